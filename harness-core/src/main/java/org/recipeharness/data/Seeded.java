package org.recipeharness.data;

import java.util.List;

/**
 * The data that was put into an app.
 *
 * @param markers a file on each volume that could be reached
 * @param uncovered the volumes that no running service can write to, so that nothing is known of them
 */
public record Seeded(List<VolumeMarker> markers, List<String> uncovered) {

    public Seeded {
        markers = List.copyOf(markers);
        uncovered = List.copyOf(uncovered);
    }
}
