package org.recipeharness.recipes;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.recipeharness.deployment.Tier;
import org.recipeharness.deployment.UnverifiedException;

/** What a test class of a recipe has said, tier by tier. */
final class TierOutcomes {

    /** What stands for a tier of which one test failed. */
    static final String FAILED = "FAILED";

    /** The tiers of the incident book, whose incidents no look at the files has shown. */
    static final List<Tier> ON_THE_SWARM = List.copyOf(EnumSet.range(Tier.INSTALL, Tier.PROMOTE));

    private final EngineExecutionResults results;

    TierOutcomes(EngineExecutionResults results) {
        this.results = results;
    }

    /**
     * {@code FAILED} where one test of the tier has, {@code unverified} where what it needs had failed before, {@code n/a} where none
     * applied, else {@code passed}.
     */
    Map<Tier, String> byTier() {
        var byTier = new TreeMap<Tier, String>();
        for (Tier tier : ON_THE_SWARM) {
            List<TestExecutionResult> ended = results.testEvents().finished().stream()
                    .filter(event -> belongsTo(tier, event.getTestDescriptor()))
                    .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                    .toList();
            byTier.put(tier, outcome(ended));
        }
        return byTier;
    }

    private static String outcome(List<TestExecutionResult> ended) {
        if (ended.isEmpty()) {
            return "not run";
        }
        List<Throwable> failures = ended.stream()
                .filter(result -> result.getStatus() == TestExecutionResult.Status.FAILED)
                .flatMap(result -> result.getThrowable().stream())
                .toList();
        if (!failures.isEmpty()) {
            return failures.stream().allMatch(UnverifiedException.class::isInstance) ? "unverified" : FAILED;
        }
        return ended.stream().allMatch(result -> result.getStatus() == TestExecutionResult.Status.ABORTED)
                ? "n/a"
                : "passed";
    }

    /** The nested classes are called as their tiers are. */
    private static boolean belongsTo(Tier tier, TestDescriptor test) {
        return Stream.iterate(Optional.of(test), Optional::isPresent, each -> each.flatMap(TestDescriptor::getParent))
                .flatMap(Optional::stream)
                .anyMatch(each -> each.getDisplayName().toLowerCase(Locale.ROOT).equals(tier.word()));
    }

    /** What failed by itself, a message each; what could not be reached behind it is not among them. */
    List<String> failures() {
        return results.allEvents().failed().stream()
                .map(TestsAtRef::reason)
                .filter(failure -> !(failure instanceof UnverifiedException))
                .map(failure -> String.valueOf(failure.getMessage()))
                .toList();
    }

    /** All values that the tests have reported. */
    List<String> reported() {
        return results.allEvents().reportingEntryPublished().stream()
                .flatMap(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs().values().stream())
                .toList();
    }
}
