package org.recipeharness.backup;

import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.recipeharness.swarm.VolumeBox;

/** Copies what is selected of volumes into an archive. */
final class VolumeCopy {

    private final VolumeBox box;
    private final ArchiveWriting writing;
    private final Set<String> folders = new HashSet<>();

    VolumeCopy(VolumeBox box, ArchiveWriting writing) {
        this.box = box;
        this.writing = writing;
    }

    void add(VolumePart part) throws InterruptedException {
        for (String path : PartPaths.of(part)) {
            add(part, path);
        }
    }

    private void add(VolumePart part, String path) throws InterruptedException {
        String whole = SnapshotLayout.pathOf(part.name(), path);
        // One after the other: while the engine sends an archive of a container, it lets nobody else read there.
        // A whole volume has no folders above it to be read before.
        if (path.isEmpty() || box.has(whole)) {
            addFolders(part, path);
            box.read(whole, archive -> {
                ArchiveReading.all(archive, below(whole, part));
                return whole;
            });
        }
    }

    /** The folders that lead to a path come back with their owners and modes, too. */
    private void addFolders(VolumePart part, String path) throws InterruptedException {
        String folder = SnapshotLayout.mountOf(part.name());
        for (String step : SnapshotLayout.steps(path)) {
            ArchiveReading.EntryReader below = below(folder, part);
            if (folders.add(folder)) {
                box.read(folder, archive -> {
                    ArchiveReading.first(archive, below);
                    return below;
                });
            }
            folder = folder + "/" + step;
        }
    }

    /** Entries arrive named from the last part of the path that was asked for. */
    private ArchiveReading.EntryReader below(String asked, VolumePart part) {
        String parent = asked.substring(1, asked.lastIndexOf('/') + 1);
        return (entry, content) -> {
            if (!isMountPoint(part, parent + entry.getName(), entry)) {
                writing.add(entry, parent, content);
            }
        };
    }

    /**
     * Tells whether a file is what docker has made to mount a config on. It is no data; and a restore puts another one in its place,
     * by which the kernel takes the mount away from the container that runs.
     */
    private static boolean isMountPoint(VolumePart part, String name, TarArchiveEntry entry) {
        return EntryType.of(entry) == EntryType.FILE
                && entry.getSize() == 0
                && SnapshotLayout.place(name)
                        .filter(place -> part.covered().contains(place.path()))
                        .isPresent();
    }
}
