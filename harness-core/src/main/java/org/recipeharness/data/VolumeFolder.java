package org.recipeharness.data;

/**
 * The root of a volume, where a marker is a file.
 *
 * @param service a service that mounts the volume for writing
 * @param volume the volume's key in the compose file
 * @param target where the service has it, absolute
 */
public record VolumeFolder(String service, String volume, String target) implements DataStore {

    /** The marker's file, at the root of the volume. */
    public static final String FILE = ".recipe-harness-marker";

    String file() {
        return target.replaceFirst("/+$", "") + "/" + FILE;
    }

    @Override
    public String toString() {
        return "volume '" + volume + "'";
    }
}
