package org.recipeharness.backup;

import java.util.List;

/**
 * What is saved of one volume.
 *
 * @param volume the volume's key in the compose file
 * @param name the volume's name on the engine, such as {@code mattermost_example_com_postgres_data}
 * @param paths what is saved of it, relative to its root, files or folders; all of it where the list is empty
 * @param covered where a service has something else mounted over the volume's files, relative to its root
 */
public record VolumePart(String volume, String name, List<String> paths, List<String> covered) {

    public VolumePart {
        paths = List.copyOf(paths);
        covered = List.copyOf(covered);
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
     * Tells whether a path would be saved.
     *
     * @param path a file or folder, relative to the volume's root, without a slash at its ends
     * @return true when the whole volume is saved, or this path, or a folder that holds it
     */
    public boolean covers(String path) {
        return paths.isEmpty() || paths.stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
    }
}
