package org.recipeharness.restore;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is tried before it is needed, on the day after a loss or after an upgrade that disappoints. */
public enum Drill {
    /** The snapshot is restored onto a new deployment of the same version, whose volumes hold nothing of the old one. */
    NEW,
    /** A snapshot of the release before is restored onto a new deployment of the head. */
    PREVIOUS,
    /** After an upgrade, back to the release before: in place or, where that does not go, by restore. */
    ROLLBACK;

    /**
     * Reads the setting {@code harness.drills}.
     *
     * @param written drills with commas between them
     * @return one at least, in their order
     * @throws IllegalArgumentException when one is not known; the known ones are listed
     */
    public static List<Drill> named(String written) {
        return Arrays.stream(written.split(","))
                .map(String::strip)
                .map(Drill::of)
                .distinct()
                .toList();
    }

    private static Drill of(String word) {
        return Arrays.stream(values())
                .filter(drill -> drill.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Reading harness.drills: found '" + word + "', expected some of " + List.of(values())));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
