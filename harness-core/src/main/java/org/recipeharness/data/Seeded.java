package org.recipeharness.data;

import java.util.List;

/**
 * The data that was put into an app.
 *
 * @param seeds a marker in each store that could be reached
 * @param uncovered what could not be, a line each with the reason: nothing is known of it
 */
public record Seeded(List<Seed> seeds, List<String> uncovered) {

    public Seeded {
        seeds = List.copyOf(seeds);
        uncovered = List.copyOf(uncovered);
    }
}
