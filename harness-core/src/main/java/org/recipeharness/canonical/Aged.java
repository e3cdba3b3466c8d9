package org.recipeharness.canonical;

import java.util.Optional;

/**
 * An earlier canonical.
 *
 * @param version what it was
 * @param snapshot the file's name of the snapshot of its volumes, if that is still kept
 */
public record Aged(GoodVersion version, Optional<String> snapshot) {

    public Aged {
        snapshot.ifPresent(SnapshotFolder::requireName);
    }

    Aged withoutSnapshot() {
        return new Aged(version, Optional.empty());
    }
}
