package org.recipeharness.swarm;

import java.time.Duration;

/**
 * How a command in a container ended.
 *
 * @param exit its exit code
 * @param out all that it wrote to standard output
 * @param err all that it wrote to standard error
 * @param took how long it took
 */
public record ExecResult(int exit, String out, String err, Duration took) {}
