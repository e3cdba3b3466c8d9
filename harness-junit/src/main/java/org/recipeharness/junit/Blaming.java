package org.recipeharness.junit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.recipeharness.fault.Fault;
import org.recipeharness.fault.Fault.Timing;
import org.recipeharness.fault.ForeignFault;
import org.recipeharness.fault.Party;
import org.recipeharness.verdict.Blame;

/**
 * Determines from what was thrown who is to answer for a failure, as far as that shows it.
 *
 * @param test the test, or the class that failed as a whole
 * @param owner the recipe's test class around it
 */
record Blaming(PlannedTest test, PlannedTest owner) {

    Blame of(Throwable thrown) {
        List<Throwable> chain = ForeignFault.causes(thrown).toList();
        List<Fault> faults = chain.stream().map(Fault::of).toList();
        if (faults.stream().anyMatch(Fault::isExternal)) {
            return new Blame(Party.EXTERNAL, has(faults, Timing.LIMIT));
        }
        Party party = chain.stream()
                .flatMap(each -> party(each).stream())
                .findFirst()
                .orElseGet(() -> byCode(chain.get(chain.size() - 1)));
        return new Blame(party, isTimed(faults, party));
    }

    /** By the first of the chain that shows it: it is the nearest to what was asked for. */
    private Optional<Party> party(Throwable thrown) {
        if (thrown instanceof ExtensionConfigurationException) {
            return Optional.of(Party.OVERLAY);
        }
        if (thrown instanceof AssertionError) {
            return Optional.of(asserted(thrown));
        }
        Fault fault = Fault.of(thrown);
        return fault.ofCaller() && passedOwn(thrown) ? Optional.of(Party.OVERLAY) : fault.party();
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

    /** By whose code has thrown it, which the last cause shows. */
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

    /**
     * Determine whether a machine that is too slow could be the reason. If a recipe's own test loses a connection, it could be,
     * whatever protocol it speaks.
     */
    private static boolean isTimed(List<Fault> faults, Party party) {
        return switch (party) {
            case OVERLAY -> has(faults, Timing.LIMIT) || has(faults, Timing.CONNECTION);
            case RECIPE, EXTERNAL, UNTOLD -> !has(faults, Timing.DEATH) && has(faults, Timing.LIMIT);
            case HARNESS -> false;
        };
    }

    private static boolean has(List<Fault> faults, Timing timing) {
        return faults.stream().anyMatch(fault -> fault.timing() == timing);
    }

    private boolean passedOwn(Throwable thrown) {
        return from(thrown).passedOwn();
    }

    private ThrownFrom from(Throwable thrown) {
        return ThrownFrom.of(thrown, owner.testClass().orElseThrow());
    }
}
