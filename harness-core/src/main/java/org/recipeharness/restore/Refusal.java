package org.recipeharness.restore;

import org.recipeharness.app.DeployFailedException;
import org.recipeharness.backup.BackupException;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.deployment.DataLostException;
import org.recipeharness.deployment.NotApplicableException;
import org.recipeharness.readiness.NotReadyException;
import org.recipeharness.swarm.StackRefusedException;

/**
 * Why something that was tried with an app has not come about, where that is the app's or its recipe's.
 *
 * @param reason one line at least
 */
public record Refusal(String reason) {

    /** Takes the reason of a failure; one that tells nothing of the app is thrown on. */
    static Refusal of(RuntimeException failure) {
        if (failure instanceof DeployFailedException
                || failure instanceof NotReadyException
                || failure instanceof ComposeException
                || failure instanceof StackRefusedException
                || failure instanceof BackupException
                || failure instanceof DataLostException
                || failure instanceof NotApplicableException) {
            return new Refusal(String.valueOf(failure.getMessage()));
        }
        throw failure;
    }

    /**
     * Gives the reason in short.
     *
     * @return its first line
     */
    public String inShort() {
        return reason.lines().findFirst().orElse("");
    }

    @Override
    public String toString() {
        return reason;
    }
}
