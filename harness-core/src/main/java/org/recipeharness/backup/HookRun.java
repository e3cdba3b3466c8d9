package org.recipeharness.backup;

import java.time.Duration;

/**
 * How a hook went.
 *
 * @param hook which
 * @param exit its exit code
 * @param output what it wrote to standard output and standard error, secrets masked
 * @param took how long it took
 */
public record HookRun(Hook hook, int exit, String output, Duration took) {

    @Override
    public String toString() {
        return hook + " exited with " + exit + " after " + took.toMillis() + " ms"
                + (output.isEmpty() ? "" : ": " + output);
    }
}
