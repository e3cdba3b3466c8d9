package org.recipeharness.backup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where a volume lies in an archive.
 *
 * @see <a href="https://docs.coopcloud.tech/specs/backup/spec/">Co-op Cloud: backup specification</a>
 */
final class SnapshotLayout {

    private static final List<String> FOLDER = List.of("var", "lib", "docker", "volumes");

    private SnapshotLayout() {}

    /** The folder of a volume, as a box mounts it. */
    static String mountOf(String volume) {
        return "/" + String.join("/", FOLDER) + "/" + volume;
    }

    /** What is at a path of a volume, as a box mounts it; the volume's folder where the path is empty. */
    static String pathOf(String volume, String path) {
        return path.isEmpty() ? mountOf(volume) : mountOf(volume) + "/" + path;
    }

    /**
     * A place in a volume.
     *
     * @param volume the volume's name on the engine
     * @param path relative to the volume's root; empty for the root
     */
    record Place(String volume, String path) {}

    /** Reads an entry's name; empty where it is not within a volume. */
    static Optional<Place> place(String name) {
        List<String> steps = steps(name);
        int root = FOLDER.size();
        boolean within = !name.startsWith("/")
                && !steps.contains("..")
                && steps.size() > root
                && steps.subList(0, root).equals(FOLDER);
        return within
                ? Optional.of(new Place(steps.get(root), String.join("/", steps.subList(root + 1, steps.size()))))
                : Optional.empty();
    }

    /** The parts of a path that lead somewhere: {@code a//./b/} is {@code a}, {@code b}. */
    static List<String> steps(String path) {
        return Arrays.stream(path.split("/", -1))
                .filter(step -> !step.isEmpty() && !step.equals("."))
                .toList();
    }
}
