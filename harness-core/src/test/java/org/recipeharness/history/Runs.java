package org.recipeharness.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.recipeharness.fault.Party;
import org.recipeharness.report.model.BudgetUsed;
import org.recipeharness.report.model.DataCoverage;
import org.recipeharness.report.model.Head;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.RedCause;
import org.recipeharness.report.model.SweepResults;
import org.recipeharness.report.model.TestCount;
import org.recipeharness.report.model.TierOutcome;
import org.recipeharness.report.model.TierResult;
import org.recipeharness.verdict.Blame;
import org.recipeharness.verdict.Judged;
import org.recipeharness.verdict.Measured;
import org.recipeharness.verdict.Verdict;

/** Runs of a recipe to be remembered: a day each. */
final class Runs {

    static final Instant START = Instant.parse("2026-01-01T22:00:00Z");
    static final Identity IDENTITY = new Identity("hash", Map.of("sample:1", "sha256:1"));
    static final String TEST_CLASS = "org.example.SampleTest";

    /** All data that was found was saved and restored. */
    static final DataCoverage COVERED = new DataCoverage(List.of("volume 'data'"), List.of(), List.of(), true);

    private Runs() {}

    static SweepResults sweep(int day, RecipeResult... recipes) {
        return sweep(day, Map.of(), recipes);
    }

    static SweepResults sweep(int day, Map<String, String> chosen, RecipeResult... recipes) {
        Instant started = START.plus(Duration.ofDays(day));
        return new SweepResults(started, started.plusSeconds(60), true, List.of(), chosen, List.of(recipes), List.of());
    }

    static RecipeResult green(int seconds) {
        return result(
                "a",
                List.of(tier("install", TierOutcome.PASSED, seconds), tier("restore", TierOutcome.PASSED, 4)),
                List.of(),
                Optional.empty());
    }

    /** Its restore tier has passed, but not all of its data was saved. */
    static RecipeResult partlyRestored() {
        return result(
                "a",
                List.of(tier("restore", TierOutcome.PASSED, 4)),
                List.of(),
                Optional.empty(),
                new DataCoverage(List.of("volume 'data'"), List.of(), List.of("volume 'cache'"), false));
    }

    static RecipeResult red(String commit) {
        return result(
                commit,
                List.of(
                        tier("install", TierOutcome.PASSED, 10),
                        new TierResult(
                                "restore",
                                TierOutcome.FAILED,
                                Optional.of("no marker"),
                                Optional.empty(),
                                Duration.ofSeconds(3),
                                List.of())),
                List.of(new RedCause(
                        "Restore.bringsBack",
                        Optional.of("restore"),
                        TierOutcome.FAILED,
                        "no marker",
                        new Blame(Party.RECIPE, true),
                        Optional.empty())),
                Optional.of(new Judged(
                        List.of(),
                        new Verdict(
                                Verdict.Kind.RECIPE_DEFECT,
                                "it is red each time",
                                List.of(),
                                OptionalDouble.of(0.04)))));
    }

    static RecipeResult notRun() {
        return result("a", List.of(tier("install", TierOutcome.NOT_RUN, 0)), List.of(), Optional.empty());
    }

    static TierResult tier(String name, TierOutcome outcome, int seconds) {
        return new TierResult(
                name,
                outcome,
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(seconds),
                List.of(used(Duration.ofMillis(6200))));
    }

    static BudgetUsed used(Duration elapsed) {
        return new BudgetUsed("tcp", 36, Duration.ofSeconds(5), 2, elapsed, "tcp: 2 of 36 attempts");
    }

    static RecipeResult result(String commit, List<TierResult> tiers, List<RedCause> reds, Optional<Judged> judged) {
        return result(commit, tiers, reds, judged, COVERED);
    }

    private static RecipeResult result(
            String commit,
            List<TierResult> tiers,
            List<RedCause> reds,
            Optional<Judged> judged,
            DataCoverage coverage) {
        return new RecipeResult(
                "sample",
                TEST_CLASS,
                Optional.of(new Head("1.0.0+1.0", commit.repeat(40), false)),
                tiers,
                reds,
                new TestCount(2, 2, List.of(), List.of()),
                Duration.ofSeconds(20),
                "mvn test",
                Optional.empty(),
                Optional.empty(),
                coverage,
                Optional.of(new Measured(
                        OptionalDouble.of(1.5),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalLong.of(1024),
                        2)),
                judged,
                Optional.empty(),
                List.of());
    }

    /** Remembers results, the oldest first, and gives what the last one is compared with. */
    static Recollection remembered(History history, RecipeResult... results) {
        for (int day = 0; day < results.length; day++) {
            history.record(sweep(day, results[day]), result -> Optional.of(IDENTITY));
        }
        return history.of("sample", TEST_CLASS, Map.of());
    }
}
