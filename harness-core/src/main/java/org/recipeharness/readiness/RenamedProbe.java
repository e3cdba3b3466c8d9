package org.recipeharness.readiness;

import java.time.Duration;

/**
 * A probe under another name, so that another budget applies to it.
 *
 * @param name the name
 * @param probe looks
 */
public record RenamedProbe(String name, Probe probe) implements Probe {

    @Override
    public Look look(Duration limit) throws InterruptedException {
        return probe.look(limit);
    }
}
