package org.recipeharness.backup;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.recipeharness.backup.SnapshotLayout.Place;

/**
 * Refuses each entry of an archive that would leave its volume.
 *
 * <p>A symbolic link to an absolute path is kept: it means the file system of the container that mounts the volume, as apps have
 * them. Nothing is ever written through a link.
 */
final class EntryGuard {

    private final Predicate<String> volumes;
    private final String named;
    private final Set<Place> links = new HashSet<>();

    /**
     * Prepares to look at the entries in their order.
     *
     * @param volumes the names of those that may be written to
     */
    EntryGuard(Set<String> volumes) {
        this(Set.copyOf(volumes)::contains, "one of the volumes " + volumes);
    }

    private EntryGuard(Predicate<String> volumes, String named) {
        this.volumes = volumes;
        this.named = named;
    }

    /** Prepares to look at the entries of an archive of which the target is not known yet; their volumes are added to those found. */
    static EntryGuard ofAnyVolume(Set<String> found) {
        return new EntryGuard(
                volume -> {
                    found.add(volume);
                    return true;
                },
                "a volume");
    }

    /** @throws BackupException when the entry must not be written */
    void check(TarArchiveEntry entry) {
        Place place = place(entry, entry.getName(), "its name");
        EntryType type = EntryType.of(entry);
        if (place.path().isEmpty() && type != EntryType.FOLDER) {
            throw refused(entry, "it takes the place of the volume's root");
        }
        if (isBehindLink(place)) {
            throw refused(entry, "it lies behind a link of the archive");
        }
        switch (type) {
            case FILE, FOLDER -> {}
            case SYMBOLIC_LINK -> {
                if (climbsOut(place.path(), entry.getLinkName())) {
                    throw refused(entry, "it is a link to '" + entry.getLinkName() + "', outside of its volume");
                }
                links.add(place);
            }
            case HARD_LINK -> {
                Place linked = place(entry, entry.getLinkName(), "the file that it is another name of,");
                if (!linked.volume().equals(place.volume()) || isBehindLink(linked)) {
                    throw refused(entry, "it is another name of '" + entry.getLinkName() + "', outside of its volume");
                }
                if (links.contains(linked)) {
                    links.add(place);
                }
            }
            case OTHER -> throw refused(entry, "it is a device, a pipe or of an unknown kind");
        }
    }

    private Place place(TarArchiveEntry entry, String name, String what) {
        return SnapshotLayout.place(name)
                .filter(found -> volumes.test(found.volume()))
                .orElseThrow(() -> refused(entry, what + " '" + name + "' does not lead into " + named));
    }

    private boolean isBehindLink(Place place) {
        String path = place.path();
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            if (links.contains(new Place(place.volume(), path.substring(0, slash)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean climbsOut(String path, String target) {
        if (target.startsWith("/")) {
            return false;
        }
        List<String> steps = SnapshotLayout.steps(target);
        int depth = SnapshotLayout.steps(path).size() - 1;
        for (String step : steps) {
            depth += step.equals("..") ? -1 : 1;
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    private static BackupException refused(TarArchiveEntry entry, String reason) {
        return new BackupException("Restoring the entry '" + entry.getName() + "': refused, as " + reason
                + ". Nothing of the snapshot was written");
    }
}
