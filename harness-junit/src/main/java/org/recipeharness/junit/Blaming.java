package org.recipeharness.junit;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.recipeharness.fault.FromOutside;
import org.recipeharness.fault.KnownFault;
import org.recipeharness.fault.TimeLimits;
import org.recipeharness.http.HttpException;
import org.recipeharness.tier.UnverifiedException;
import org.recipeharness.verdict.Blame;
import org.recipeharness.verdict.Party;

/**
 * Tells from what was thrown whose a failure is, as far as it tells that by itself.
 *
 * @param test the test, or the class that failed as a whole
 * @param owner the recipe's test class around it
 */
record Blaming(PlannedTest test, PlannedTest owner) {

    Blame of(Throwable thrown) {
        if (thrown instanceof UnverifiedException) {
            return Blame.NONE;
        }
        List<Throwable> chain = Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(100)
                .toList();
        if (chain.stream().anyMatch(FromOutside::is)) {
            return new Blame(Party.EXTERNAL, chain.stream().anyMatch(TimeLimits::reached));
        }
        Party party = chain.stream()
                .flatMap(each -> party(each).stream())
                .findFirst()
                .orElseGet(() -> byCode(chain.get(chain.size() - 1)));
        return new Blame(party, isTimed(chain, party));
    }

    /** By the first of the chain that tells it: it is the nearest to what was asked for. */
    private Optional<Party> party(Throwable thrown) {
        if (thrown instanceof AppLostException) {
            return Optional.of(Party.RECIPE);
        }
        if (thrown instanceof ExtensionConfigurationException) {
            return Optional.of(Party.OVERLAY);
        }
        if (thrown instanceof AssertionError) {
            return Optional.of(asserted(thrown));
        }
        return KnownFault.dependsOnWhoAsked(thrown) && passedOwn(thrown)
                ? Optional.of(Party.OVERLAY)
                : KnownFault.of(thrown);
    }

    /** A check that the test class inherits is a generic one, unless what failed was called by the class's own code. */
    private Party asserted(Throwable thrown) {
        if (passedOwn(thrown)) {
            return Party.OVERLAY;
        }
        return test.declaring()
                .map(declaring -> declaring.isAnnotationPresent(OfTier.class) ? Party.RECIPE : Party.OVERLAY)
                .orElse(Party.UNTOLD);
    }

    /** By whose code has thrown it, of which the last cause tells. */
    private Party byCode(Throwable root) {
        return switch (from(root).innermost()) {
            case OWN -> Party.OVERLAY;
            case HARNESS -> passedOwn(root) || root instanceof IOException ? ownOrUntold(root) : Party.HARNESS;
            case OTHER -> ownOrUntold(root);
        };
    }

    private Party ownOrUntold(Throwable root) {
        boolean ownMethod = test.declaring()
                .filter(declaring -> !declaring.isAnnotationPresent(OfTier.class))
                .isPresent();
        return passedOwn(root) || ownMethod ? Party.OVERLAY : Party.UNTOLD;
    }

    /** What a recipe's own test hears of a connection can be by a machine that is too slow, whatever protocol it speaks. */
    private static boolean isTimed(List<Throwable> chain, Party party) {
        return switch (party) {
            case OVERLAY -> chain.stream().anyMatch(each -> TimeLimits.reached(each) || isOfConnection(each));
            case RECIPE, EXTERNAL, UNTOLD -> !isOfDeath(chain) && chain.stream().anyMatch(TimeLimits::reached);
            case HARNESS -> false;
        };
    }

    private static boolean isOfConnection(Throwable thrown) {
        return thrown instanceof IOException
                && !(thrown instanceof HttpException.Unreadable
                        || thrown instanceof HttpException.NotTrusted
                        || thrown instanceof JsonProcessingException
                        || thrown instanceof FileSystemException);
    }

    /** What has died was not slow, whatever those said who waited for it. */
    private static boolean isOfDeath(List<Throwable> chain) {
        return chain.stream().anyMatch(each -> each instanceof AppLostException || KnownFault.isDeath(each));
    }

    private boolean passedOwn(Throwable thrown) {
        return from(thrown).passedOwn();
    }

    private ThrownFrom from(Throwable thrown) {
        return ThrownFrom.of(thrown, owner.testClass().orElseThrow());
    }
}
