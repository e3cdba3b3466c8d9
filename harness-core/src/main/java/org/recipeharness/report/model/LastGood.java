package org.recipeharness.report.model;

import java.time.Instant;

/**
 * The version of a recipe that was promoted last.
 *
 * @param ref what it is called
 * @param commit its commit
 * @param promoted when
 */
public record LastGood(String ref, String commit, Instant promoted) {}
