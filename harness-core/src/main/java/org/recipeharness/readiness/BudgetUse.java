package org.recipeharness.readiness;

import java.time.Duration;
import java.util.Locale;

/**
 * How much of a budget a wait has used.
 *
 * @param probe the name of the probe that was waited for
 * @param budget what was allowed
 * @param attempts how many looks there were
 * @param elapsed from the start of the wait to its end
 * @param seen what the last look saw, one line
 */
public record BudgetUse(String probe, Budget budget, int attempts, Duration elapsed, String seen) {

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %d %s in %.1f s, of %s: %s",
                probe,
                attempts,
                attempts == 1 ? "attempt" : "attempts",
                elapsed.toMillis() / 1000.0,
                budget.inFull(),
                seen);
    }
}
