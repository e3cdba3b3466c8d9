package org.recipeharness.tier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A restore elsewhere than where the snapshot was made, as it is needed on the day after a loss. */
public enum Drill {
    /** The snapshot is restored onto a new deployment of the same version, whose volumes hold nothing of the old one. */
    NEW,
    /** A snapshot of the release before is restored onto a new deployment of the head. */
    PREVIOUS;

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
