package org.recipeharness.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of an archive when all of it was read and found whole, with no entry that would leave its volume.
 *
 * @param volumes those that it has entries of
 * @param at the file as it was then
 */
record Inspection(Set<String> volumes, Stamp at) {

    Inspection {
        volumes = Set.copyOf(volumes);
    }

    /**
     * By what a file would be told from another one of its name.
     *
     * @param key the file system's own name of it; null where it gives none
     * @param size in bytes
     * @param modified when it was written last
     */
    record Stamp(@Nullable Object key, long size, FileTime modified) {

        static Stamp of(Path file) throws IOException {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.fileKey(), attributes.size(), attributes.lastModifiedTime());
        }
    }

    /** Whether the file is still the one that was inspected, and may go onto these volumes. */
    boolean holdsFor(Path file, Set<String> targets) throws IOException {
        return targets.containsAll(volumes) && at.equals(Stamp.of(file));
    }
}
