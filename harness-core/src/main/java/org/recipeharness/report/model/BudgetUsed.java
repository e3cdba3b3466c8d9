package org.recipeharness.report.model;

import java.time.Duration;

/**
 * How much of its budget a probe has used until the app was ready.
 *
 * @param probe the probe's name
 * @param allowed how many attempts there could have been, at least 1
 * @param interval from the start of one attempt to that of the next, more than zero
 * @param attempts how many there were
 * @param elapsed from the start of the first to the end of the last
 * @param text all of it as one line for readers, with what was seen last
 */
public record BudgetUsed(String probe, int allowed, Duration interval, int attempts, Duration elapsed, String text) {

    /**
     * Tells what part of the time that was allowed has passed.
     *
     * @return 0 to 1; more where the last attempt went beyond it
     */
    public double share() {
        return (double) elapsed.toMillis() / interval.multipliedBy(allowed).toMillis();
    }
}
