package org.recipeharness.report.model;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recipeharness.verdict.Blame;

/** Results to be told: a red recipe with a page, a green one, and one of which nothing was heard. */
public final class Sweeps {

    public static final Instant START = Instant.parse("2026-01-01T22:00:00Z");
    public static final String ATTACK = "</p><script>alert(1)</script><b onclick=\"x\">";

    private Sweeps() {}

    public static SweepResults mixed(Path page) {
        return of(true, green("mumble"), red(page), missing());
    }

    public static SweepResults of(boolean over, RecipeResult... recipes) {
        return new SweepResults(
                START,
                START.plusSeconds(754),
                over,
                List.of("install", "upgrade", "backup", "restore", "custom", "drill", "reattach", "promote"),
                Map.of("tier", "all & more"),
                List.of(recipes),
                List.of("the history can't be told"));
    }

    public static RecipeResult green(String recipe) {
        return recipe(
                recipe,
                List.of(
                        at(0, tier("install", TierOutcome.PASSED, Optional.empty())),
                        tier("upgrade", TierOutcome.NOT_APPLICABLE, Optional.of("moving tag"))),
                List.of(),
                new TestCount(5, 4, List.of(new Note("Custom.sings", "until it can")), List.of()));
    }

    /** A green one whose restore tier has passed, with what is known of its data. */
    public static RecipeResult restored(DataCoverage coverage) {
        return recipe(
                "pinboard",
                List.of(at(0, tier("restore", TierOutcome.PASSED, Optional.empty()))),
                List.of(),
                new TestCount(1, 1, List.of(), List.of()),
                coverage);
    }

    /** One whose restore tier has not passed. */
    public static RecipeResult withoutRestore(DataCoverage coverage) {
        return recipe(
                "pinboard",
                List.of(tier("restore", TierOutcome.NOT_RUN, Optional.empty())),
                List.of(),
                new TestCount(1, 1, List.of(), List.of()),
                coverage);
    }

    public static RecipeResult red(Path page) {
        return recipe(
                "gitea",
                List.of(
                        at(0, tier("install", TierOutcome.PASSED, Optional.empty())),
                        at(2, tier("custom", TierOutcome.UNVERIFIED, Optional.of("Unverified: follows from it"))),
                        at(6, tier("reattach", TierOutcome.FAILED, Optional.of(ATTACK)))),
                List.of(
                        new RedCause(
                                "Reattach.keeps",
                                Optional.of("reattach"),
                                TierOutcome.FAILED,
                                ATTACK,
                                Blame.NONE,
                                Optional.of(page)),
                        new RedCause(
                                "GiteaTest",
                                Optional.empty(),
                                TierOutcome.UNVERIFIED,
                                "left behind",
                                Blame.NONE,
                                Optional.empty())),
                new TestCount(5, 5, List.of(), List.of()));
    }

    public static RecipeResult with(RedCause red) {
        return recipe("gitea", List.of(), List.of(red), new TestCount(1, 1, List.of(), List.of()));
    }

    private static RecipeResult missing() {
        return recipe(
                "immich",
                List.of(tier("install", TierOutcome.NOT_RUN, Optional.empty())),
                List.of(),
                new TestCount(1, 0, List.of(), List.of("Install.becomesReady")));
    }

    private static RecipeResult recipe(String name, List<TierResult> tiers, List<RedCause> reds, TestCount tests) {
        return recipe(name, tiers, reds, tests, DataCoverage.NONE);
    }

    private static RecipeResult recipe(
            String name, List<TierResult> tiers, List<RedCause> reds, TestCount tests, DataCoverage coverage) {
        return new RecipeResult(
                name,
                "org.example." + name + "Test",
                Optional.of(new Head("1.0.0+1.0.0", "c".repeat(40), false)),
                tiers,
                reds,
                tests,
                Duration.ofMillis(61_500),
                "mvn test -Drecipe=" + name,
                Optional.of(new LastGood("0.9.0+1.0.0", "b".repeat(40), START)),
                Optional.empty(),
                coverage,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static TierResult at(int seconds, TierResult tier) {
        return new TierResult(
                tier.tier(),
                tier.outcome(),
                tier.reason(),
                Optional.of(START.plusSeconds(seconds)),
                tier.took(),
                tier.readiness());
    }

    private static TierResult tier(String name, TierOutcome outcome, Optional<String> reason) {
        return new TierResult(
                name,
                outcome,
                reason,
                Optional.empty(),
                Duration.ofMillis(1500),
                List.of(new BudgetUsed(
                        "tcp", 36, Duration.ofSeconds(5), 2, Duration.ofMillis(5100), "tcp: 2 of 36 attempts")));
    }
}
