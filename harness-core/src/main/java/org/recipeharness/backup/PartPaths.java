package org.recipeharness.backup;

import java.util.List;

/** The paths of a part, each once and none within another. */
final class PartPaths {

    /** What the root of a volume is called. */
    static final String ROOT = "";

    private PartPaths() {}

    /**
     * Cleans the paths of a part.
     *
     * @return relative to the volume's root, in their order; the root alone where all of the volume is saved
     * @throws BackupException when one leads out of the volume
     */
    static List<String> of(VolumePart part) {
        List<String> paths =
                part.paths().stream().map(path -> clean(part, path)).distinct().toList();
        if (paths.isEmpty() || paths.contains(ROOT)) {
            return List.of(ROOT);
        }
        return paths.stream()
                .filter(path -> paths.stream().noneMatch(other -> path.startsWith(other + "/")))
                .toList();
    }

    private static String clean(VolumePart part, String path) {
        List<String> steps = SnapshotLayout.steps(path);
        if (steps.contains("..")) {
            throw new BackupException("Saving the path '" + path + "' of volume " + part.volume()
                    + ": it leads out of the volume. A path is relative to the volume's root");
        }
        return String.join("/", steps);
    }
}
