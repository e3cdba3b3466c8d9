package org.recipeharness.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recipeharness.fault.Party;
import org.recipeharness.report.model.DataCoverage;
import org.recipeharness.report.model.Head;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.RedCause;
import org.recipeharness.report.model.SweepResults;
import org.recipeharness.report.model.TestCount;
import org.recipeharness.report.model.TierOutcome;
import org.recipeharness.verdict.Attempt;
import org.recipeharness.verdict.Blame;
import org.recipeharness.verdict.Red;

/** Recipes that are red, and what their runs leave. */
final class Reds {

    static final String COMMIT = "c".repeat(40);
    static final Instant BEGUN = Instant.parse("2026-01-01T22:00:00Z");
    private static final Blame BLAME = new Blame(Party.UNTOLD, false);

    private Reds() {}

    static RecipeResult red() {
        return recipe(COMMIT, List.of(cause()));
    }

    static RecipeResult green() {
        return recipe(COMMIT, List.of());
    }

    static RedCause cause() {
        return new RedCause(
                "Restore.brings", Optional.of("restore"), TierOutcome.FAILED, "no table", BLAME, Optional.empty());
    }

    static RecipeResult recipe(String commit, List<RedCause> reds) {
        return new RecipeResult(
                "gitea",
                "org.example.GiteaTest",
                Optional.of(new Head("1.0.0+1.0.0", commit, false)),
                List.of(),
                reds,
                new TestCount(1, 1, List.of(), List.of()),
                Duration.ofSeconds(7),
                "mvn test -Drecipe=gitea",
                Optional.empty(),
                Optional.empty(),
                DataCoverage.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    static SweepResults results(boolean over, RecipeResult... recipes) {
        return new SweepResults(BEGUN, BEGUN.plusSeconds(9), over, List.of(), Map.of(), List.of(recipes), List.of());
    }

    static Attempt attempt(int number, boolean green) {
        List<Red> reds = green ? List.of() : List.of(cause().red());
        return new Attempt(
                number, Optional.empty(), BEGUN, Duration.ofSeconds(7), reds, Optional.empty(), Optional.empty());
    }
}
