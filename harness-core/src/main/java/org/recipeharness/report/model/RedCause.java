package org.recipeharness.report.model;

import java.nio.file.Path;
import java.util.Optional;
import org.recipeharness.verdict.Blame;
import org.recipeharness.verdict.Red;

/**
 * Why a test of a recipe is red.
 *
 * @param test the test's name, or that of the class that failed as a whole
 * @param tier which tier it asserts; empty for one outside of all tiers
 * @param outcome failed or unverified
 * @param cause the first line of what was said
 * @param blame what it tells by itself of whose it is
 * @param page its evidence page; empty where none was written
 */
public record RedCause(
        String test, Optional<String> tier, TierOutcome outcome, String cause, Blame blame, Optional<Path> page) {

    /**
     * Gives what a verdict wants to know of it.
     *
     * @return the same without its page; one that is unverified only follows
     */
    public Red red() {
        return new Red(test, tier, outcome == TierOutcome.UNVERIFIED, blame.party(), blame.timed(), cause);
    }
}
