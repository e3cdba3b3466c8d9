package org.recipeharness.backup;

import java.time.Instant;

/**
 * A file, folder or link in a snapshot or on a volume.
 *
 * @param volume the volume's name on the engine
 * @param path where it is, relative to the volume's root, without a slash at its ends; empty for the root itself
 * @param kind what it is
 * @param size bytes of content; 0 for what is not a file
 * @param modified when its content was changed last
 */
public record SnapshotEntry(String volume, String path, Kind kind, long size, Instant modified) {

    /** What an entry is. */
    public enum Kind {
        FILE,
        FOLDER,
        /** A symbolic link, or one more name of a file. */
        LINK,
        /** A device, a pipe or a socket. */
        OTHER
    }
}
