package org.recipeharness.backup;

import java.util.Optional;
import org.recipeharness.backup.SnapshotLayout.Place;

/** Where a volume lies in a restic snapshot: where docker keeps its files on the node, as backup-bot-two takes them from there. */
final class ResticLayout {

    private static final String FILES = "_data";

    private ResticLayout() {}

    static String mountOf(String volume) {
        return SnapshotLayout.mountOf(volume) + "/" + FILES;
    }

    static String pathOf(String volume, String path) {
        return path.isEmpty() ? mountOf(volume) : mountOf(volume) + "/" + path;
    }

    /** Reads an entry's name; empty for the folders that lead to the volumes' files. */
    static Optional<Place> place(String name) {
        return SnapshotLayout.place(name)
                .filter(place -> place.path().equals(FILES) || place.path().startsWith(FILES + "/"))
                .map(place -> new Place(
                        place.volume(),
                        place.path().substring(Math.min(place.path().length(), FILES.length() + 1))));
    }
}
