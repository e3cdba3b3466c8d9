package org.recipeharness.tier;

import java.util.Arrays;
import java.util.List;

/** What an upgrade comes from. */
public sealed interface Base {

    /** The newest older release that can be deployed. */
    record Nearest() implements Base {
        @Override
        public String toString() {
            return "the newest older release that can deploy";
        }
    }

    /**
     * One release.
     *
     * @param tag its tag
     */
    record Named(String tag) implements Base {
        @Override
        public String toString() {
            return tag;
        }
    }

    /** Each older release. */
    String ALL = "all";

    /**
     * Reads the setting {@code -Dfrom=}.
     *
     * @param written tags with commas between them
     * @return a base each, in their order; one at least
     * @throws IllegalArgumentException when no tag is in it
     */
    static List<Base> named(String written) {
        List<Base> bases = Arrays.stream(written.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .<Base>map(Named::new)
                .toList();
        if (bases.isEmpty()) {
            throw new IllegalArgumentException(
                    "Reading -Dfrom=: found '" + written + "', expected releases with commas between them, or " + ALL);
        }
        return bases;
    }
}
