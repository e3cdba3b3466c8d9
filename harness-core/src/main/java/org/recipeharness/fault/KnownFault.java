package org.recipeharness.fault;

import java.util.Optional;
import org.recipeharness.app.DeployFailedException;
import org.recipeharness.backup.BackupException;
import org.recipeharness.checkout.CheckoutException;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.process.CommandException;
import org.recipeharness.readiness.NotReadyException;
import org.recipeharness.swarm.StackRefusedException;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.tier.DataLostException;
import org.recipeharness.tier.PromotionFailedException;
import org.recipeharness.tier.UnsoundException;
import org.recipeharness.verdict.Party;

/** Whose an error is that an operation of the harness ends with. */
public final class KnownFault {

    private static final String MARKERS = "org.recipeharness.data.";

    private KnownFault() {}

    /**
     * Tells whose an error is by its kind.
     *
     * @param thrown the error, without its causes
     * @return whose; empty for an error of another kind, and for one that its cause has to tell of
     */
    public static Optional<Party> of(Throwable thrown) {
        if (thrown instanceof DeployFailedException deploy) {
            return Optional.of(
                    switch (deploy.failure().origin()) {
                        case RECIPE -> Party.RECIPE;
                        case HARNESS -> Party.HARNESS;
                        case OUTSIDE -> Party.EXTERNAL;
                    });
        }
        if (thrown instanceof NotReadyException
                || thrown instanceof ComposeException
                || thrown instanceof StackRefusedException
                || thrown instanceof BackupException
                || thrown instanceof DataLostException
                || thrown instanceof UnsoundException) {
            return Optional.of(Party.RECIPE);
        }
        if (thrown instanceof PromotionFailedException) {
            return thrown.getCause() == null ? Optional.of(Party.RECIPE) : Optional.empty();
        }
        if (thrown instanceof SwarmException swarm) {
            return Optional.of(of(swarm));
        }
        if (thrown instanceof CheckoutException) {
            return Optional.of(Party.UNTOLD);
        }
        return thrown instanceof CommandException ? Optional.of(Party.EXTERNAL) : Optional.empty();
    }

    private static Party of(SwarmException swarm) {
        if (swarm.isLeftBehind()) {
            return Party.HARNESS;
        }
        // A marker that can't be put into a database which the recipe itself deploys.
        boolean ofData = swarm.getStackTrace().length > 0
                && swarm.getStackTrace()[0].getClassName().startsWith(MARKERS);
        return ofData ? Party.RECIPE : Party.EXTERNAL;
    }

    /**
     * Tells whether a thing was done that a test may ask for itself, so that it depends on who has asked.
     *
     * @param thrown the error
     * @return true for an error of the swarm or of a command
     */
    public static boolean dependsOnWhoAsked(Throwable thrown) {
        return thrown instanceof CommandException || (thrown instanceof SwarmException swarm && !swarm.isLeftBehind());
    }

    /**
     * Tells whether it is that something has died, which is never a question of time.
     *
     * @param thrown the error
     * @return true for a deploy or a wait that no limit has ended
     */
    public static boolean isDeath(Throwable thrown) {
        return (thrown instanceof NotReadyException || thrown instanceof DeployFailedException)
                && !TimeLimits.reached(thrown);
    }
}
