package org.recipeharness.backup;

import java.util.List;

/**
 * What is saved of one volume.
 *
 * @param volume the volume's key in the compose file
 * @param name the volume's name on the engine, such as {@code mattermost_example_com_postgres_data}
 * @param paths what is saved of it, relative to its root, files or folders; all of it where the list is empty
 * @param covered where a service has something else mounted over the volume's files, relative to its root
 * @param keptAs the name that the volume has in the snapshot: its own, or that of the volume that was saved
 */
public record VolumePart(String volume, String name, List<String> paths, List<String> covered, String keptAs) {

    public VolumePart {
        paths = List.copyOf(paths);
        covered = List.copyOf(covered);
    }

    /**
     * Makes a part of a volume that is kept by its own name.
     *
     * @param volume the volume's key in the compose file
     * @param name the volume's name on the engine
     * @param paths what is saved of it
     * @param covered where a service has something else mounted over the volume's files
     */
    public VolumePart(String volume, String name, List<String> paths, List<String> covered) {
        this(volume, name, paths, covered, name);
    }

    /**
     * Makes a part of a volume over which nothing is mounted.
     *
     * @param volume the volume's key in the compose file
     * @param name the volume's name on the engine
     * @param paths what is saved of it
     */
    public VolumePart(String volume, String name, List<String> paths) {
        this(volume, name, paths, List.of());
    }

    /**
     * Makes all of a volume the place to which a snapshot of another one is restored.
     *
     * @param volume the volume's key in the compose file
     * @param name the volume's name on the engine
     * @param keptAs the name of the one that was saved
     * @return the part
     */
    public static VolumePart copyOf(String volume, String name, String keptAs) {
        return new VolumePart(volume, name, List.of(), List.of(), keptAs);
    }

    /**
     * Tells whether a path would be saved.
     *
     * @param path a file or folder, relative to the volume's root, without a slash at its ends
     * @return true when the whole volume is saved, or this path, or a folder that holds it
     */
    public boolean covers(String path) {
        return paths.isEmpty() || paths.stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
    }
}
