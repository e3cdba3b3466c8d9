package org.recipeharness.swarm;

/**
 * A volume as a container is given it.
 *
 * @param volume the volume's name on the engine
 * @param target absolute path in the container
 * @param access what the container may do with it
 */
public record VolumeBind(String volume, String target, Access access) {

    /** What a container may do with a volume. */
    public enum Access {
        READ,
        READ_AND_WRITE
    }
}
