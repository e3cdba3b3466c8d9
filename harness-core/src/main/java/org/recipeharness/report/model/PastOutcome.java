package org.recipeharness.report.model;

import java.time.Duration;
import java.time.Instant;

/**
 * What came of a recipe in an earlier run.
 *
 * @param run the run's number in the history
 * @param when when that began
 * @param outcome what came of the recipe
 * @param took how long it took
 */
public record PastOutcome(long run, Instant when, TierOutcome outcome, Duration took) {}
