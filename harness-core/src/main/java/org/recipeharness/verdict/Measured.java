package org.recipeharness.verdict;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the machine was like while a recipe ran; empty is what could not be measured there.
 *
 * @param load the highest load average of a minute
 * @param cpu the highest share of ten seconds in which something waited for the CPU, 0 to 100
 * @param io the same for the disk
 * @param memory the same for memory
 * @param free the least memory that was available, in bytes
 * @param beside the most runs of the same process that were going on with it at once
 */
public record Measured(
        OptionalDouble load,
        OptionalDouble cpu,
        OptionalDouble io,
        OptionalDouble memory,
        OptionalLong free,
        int beside) {}
