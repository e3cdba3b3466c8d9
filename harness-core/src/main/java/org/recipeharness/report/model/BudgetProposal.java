package org.recipeharness.report.model;

import java.time.Duration;

/**
 * What a probe's budget could be, as far as earlier runs tell.
 *
 * @param tier in which tier it was asked
 * @param probe the probe's name
 * @param allowed how many attempts it has now
 * @param proposed how many would do
 * @param interval from the start of one attempt to that of the next
 * @param longest the longest that it was waited for
 * @param observed in how many runs
 */
public record BudgetProposal(
        String tier, String probe, int allowed, int proposed, Duration interval, Duration longest, int observed) {

    /**
     * Writes the budget as settings and annotations do.
     *
     * @return such as {@code 12x5s}
     */
    public String budget() {
        return proposed + "x"
                + (interval.toMillis() % 1000 == 0 ? interval.toSeconds() + "s" : interval.toMillis() + "ms");
    }
}
