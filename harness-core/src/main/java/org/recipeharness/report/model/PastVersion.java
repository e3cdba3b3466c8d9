package org.recipeharness.report.model;

import java.time.Instant;

/**
 * A version of a recipe that an earlier run has shown something of.
 *
 * @param run the run's number in the history
 * @param when when that began
 * @param head the version
 */
public record PastVersion(long run, Instant when, Head head) {}
