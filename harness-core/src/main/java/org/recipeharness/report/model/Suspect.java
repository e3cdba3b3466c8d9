package org.recipeharness.report.model;

import java.time.Instant;

/**
 * A commit of a recipe that may have made it red.
 *
 * @param commit its full id
 * @param when when it was committed
 * @param subject the first line of its message
 */
public record Suspect(String commit, Instant when, String subject) {}
