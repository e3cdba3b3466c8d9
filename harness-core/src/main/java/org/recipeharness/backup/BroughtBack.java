package org.recipeharness.backup;

import java.time.Duration;
import java.util.List;

/**
 * A restore that was done as the labels say it; whether the data is back is for others to look.
 *
 * @param hooks how the hooks went, in the order in which they ran
 * @param bytes how much was written to files
 * @param took how long all of it took
 */
public record BroughtBack(List<HookRun> hooks, long bytes, Duration took) {

    public BroughtBack {
        hooks = List.copyOf(hooks);
    }
}
