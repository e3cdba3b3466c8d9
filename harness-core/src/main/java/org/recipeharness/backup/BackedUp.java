package org.recipeharness.backup;

import java.time.Duration;
import java.util.List;

/**
 * A backup that was made as the labels say it.
 *
 * @param contract what they say
 * @param snapshot what was kept
 * @param hooks how the hooks went, in the order in which they ran
 * @param took how long all of it took
 */
public record BackedUp(Contract contract, Snapshot snapshot, List<HookRun> hooks, Duration took) {

    public BackedUp {
        hooks = List.copyOf(hooks);
    }
}
