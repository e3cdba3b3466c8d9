package org.recipeharness.report.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What failed.
 *
 * @param test the test's name, or that of the class whose preparation failed
 * @param tier which tier it asserts; empty for a test outside of all tiers
 * @param message what was said, the most important in the first line
 * @param trace the whole stack trace
 * @param at when it was noticed
 */
public record Failed(String test, Optional<String> tier, String message, String trace, Instant at) {}
