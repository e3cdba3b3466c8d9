package org.recipeharness.lint.published;

import java.util.Optional;

/**
 * The first two numbers of a version.
 *
 * @param major the first one
 * @param minor the second one; empty if the tag does not name it
 */
public record ImageVersion(int major, Optional<Integer> minor) {

    public static ImageVersion of(int major, int minor) {
        return new ImageVersion(major, Optional.of(minor));
    }

    /** Determine if this is certainly older than another version; 10 and 10.11 may be the same. */
    public boolean isBefore(ImageVersion other) {
        if (major != other.major) {
            return major < other.major;
        }
        return minor.isPresent() && other.minor.isPresent() && minor.get() < other.minor.get();
    }

    @Override
    public String toString() {
        return major + minor.map(number -> "." + number).orElse("");
    }
}
