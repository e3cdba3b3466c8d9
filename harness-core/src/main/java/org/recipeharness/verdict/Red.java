package org.recipeharness.verdict;

import java.util.Optional;
import org.recipeharness.fault.Party;

/**
 * A red test, as far as a verdict wants to know it.
 *
 * @param test its name
 * @param tier which tier it asserts; empty for one outside of all tiers
 * @param follows whether it is unverified only: the evidence that it owes is missing
 * @param party whom it is about by itself
 * @param timed whether it is a limit of time that was reached, so that a slower machine could be the reason
 * @param cause the first line of what was said
 */
public record Red(String test, Optional<String> tier, boolean follows, Party party, boolean timed, String cause) {}
