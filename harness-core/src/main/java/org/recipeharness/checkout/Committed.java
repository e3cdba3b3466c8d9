package org.recipeharness.checkout;

import java.time.Instant;

/**
 * A commit as a reader knows it.
 *
 * @param commit its full id
 * @param when when it was committed
 * @param subject the first line of its message
 */
public record Committed(String commit, Instant when, String subject) {}
