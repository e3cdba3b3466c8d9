package org.recipeharness.stack;

/**
 * A named volume in a service's file system.
 *
 * @param volume the volume's key in the compose file
 * @param target the folder that it is mounted at, absolute within the container
 * @param access what the service may do with it
 */
public record VolumeMount(String volume, String target, Access access) {

    /** What a service may do with a volume. */
    public enum Access {
        READ_ONLY,
        READ_WRITE
    }
}
