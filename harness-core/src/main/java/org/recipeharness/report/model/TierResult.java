package org.recipeharness.report.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of a tier of a recipe.
 *
 * @param tier its name, such as {@code install}
 * @param outcome what came of it
 * @param reason why it is not applicable, unverified or was not run; the cause of a failure
 * @param begun when the first of its classes began; empty where none has ended, and for tests outside of all tiers
 * @param took how long, with all that was performed for it
 * @param readiness how much of its budget each probe has used
 */
public record TierResult(
        String tier,
        TierOutcome outcome,
        Optional<String> reason,
        Optional<Instant> begun,
        Duration took,
        List<BudgetUsed> readiness) {

    public TierResult {
        readiness = List.copyOf(readiness);
    }
}
