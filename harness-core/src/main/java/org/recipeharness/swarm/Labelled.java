package org.recipeharness.swarm;

import java.util.Map;

/**
 * Something on a swarm, or on its engine's node, that carries labels.
 *
 * @param kind docker's word for it, as in {@link Leftovers}
 * @param id what the engine takes for it
 * @param name what a reader takes for it
 * @param labels what it carries
 */
public record Labelled(String kind, String id, String name, Map<String, String> labels) {

    public Labelled {
        labels = Map.copyOf(labels);
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
