package org.recipeharness.tier;

import java.util.Optional;
import org.recipeharness.report.Head;

/**
 * What a run is of.
 *
 * @param head the version under test; empty until it is checked out
 * @param command what repeats the run, for a shell; may hold secrets that were given as settings
 */
public record Tested(Optional<Head> head, String command) {}
