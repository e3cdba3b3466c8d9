package org.recipeharness.data;

/**
 * A file that was put onto a volume of an app.
 *
 * @param volume the volume's key in the compose file
 * @param content what the file holds
 */
public record VolumeMarker(String volume, String content) {

    /** The file's name, at the root of the volume. */
    public static final String FILE = ".recipe-harness-marker";
}
