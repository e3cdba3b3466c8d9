package org.recipeharness.stack;

import java.util.List;
import java.util.Optional;

/**
 * A named volume in a service's file system.
 *
 * @param volume the volume's key in the compose file
 * @param target the folder that it is mounted at, absolute within the container
 * @param access what the service may do with it
 * @param covered where the service has a config, a secret or something else mounted over the volume's files, relative to its root
 */
public record VolumeMount(String volume, String target, Access access, List<String> covered) {

    public VolumeMount {
        covered = List.copyOf(covered);
    }

    /**
     * Makes a mount of which nothing is covered.
     *
     * @param volume the volume's key in the compose file
     * @param target the folder that it is mounted at, absolute within the container
     * @param access what the service may do with it
     */
    public VolumeMount(String volume, String target, Access access) {
        this(volume, target, access, List.of());
    }

    /**
     * Find where a path of the container is on the volume.
     *
     * @param path absolute within the container
     * @return the path relative to the volume's root, empty text for the root itself; empty if the path is not on the volume
     */
    public Optional<String> relative(String path) {
        String root = target.replaceFirst("/*$", "/");
        String folder = path.replaceFirst("/*$", "/");
        return folder.startsWith(root)
                ? Optional.of(folder.substring(root.length()).replaceFirst("/$", ""))
                : Optional.empty();
    }

    /** What a service may do with a volume. */
    public enum Access {
        READ_ONLY,
        READ_WRITE
    }
}
