package org.recipeharness.deployment;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The parts of a run, in the order in which a recipe's life takes them. */
public enum Tier {
    /** Nothing in the recipe's files is certain to fail; nothing is deployed for it. */
    LOOK,
    /** All services converged, the readiness probes answered, and what runs is what was checked out. */
    INSTALL,
    /** The head was deployed over an older release in place, and what was there before is still there. */
    UPGRADE,
    /** What was seeded is in the snapshot that the recipe's labels make. */
    BACKUP,
    /** What was seeded is back from that snapshot, after it was gone. */
    RESTORE,
    /** What the recipe's own test class asserts. */
    CUSTOM,
    /** What was seeded is back elsewhere than where its snapshot was made, or in the release before. */
    DRILL,
    /** The head was deployed onto the volumes that an older release has left, and what was there before is still there. */
    REATTACH,
    /** The head has become the recipe's canonical: it came up on its volumes, answered at its warm domain, and is idle again. */
    PROMOTE;

    /**
     * Reads a tier's name.
     *
     * @param word such as {@code install}
     * @return the tier
     * @throws IllegalArgumentException when there is none of that name; the known ones are listed
     */
    public static Tier of(String word) {
        return Arrays.stream(values())
                .filter(tier -> tier.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Reading a tier's name: found '" + word
                        + "', expected one of "
                        + Arrays.stream(values()).map(Tier::word).collect(Collectors.joining(", "))));
    }

    /**
     * Gives the tier's name as it is written on the command line.
     *
     * @return in lower case
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
