package org.recipeharness.swarm;

import java.time.Instant;
import java.util.Map;

/**
 * Something that is told to all who look at a swarm: a config whose labels say it.
 *
 * @param id the engine's id for it, which no later one of that name has
 * @param version goes up with each change; a change is made to one version
 * @param updated when it was made or changed last, by the swarm's clock
 * @param name its name, which one notice at a time has
 * @param labels what it says
 */
public record Notice(String id, long version, Instant updated, String name, Map<String, String> labels) {

    public Notice {
        labels = Map.copyOf(labels);
    }
}
