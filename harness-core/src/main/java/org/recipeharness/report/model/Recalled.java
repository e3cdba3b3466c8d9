package org.recipeharness.report.model;

import java.time.Instant;

/**
 * An earlier run whose word holds, as nothing has changed since.
 *
 * @param run the run's number in the history
 * @param when when that began
 * @param told what it is, one line
 */
public record Recalled(long run, Instant when, String told) {}
