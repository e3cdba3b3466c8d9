package org.recipeharness.upgrade;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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

    /**
     * A canonical, deployed on copies of its volumes: what has lived through real upgrades.
     *
     * @param age 1 for the present one, 2 for the one before it
     */
    record Aged(int age) implements Base {
        @Override
        public String toString() {
            return CANONICAL + ":" + age;
        }
    }

    /** Each older release. */
    String ALL = "all";

    /** The present canonical; with a colon and a number behind it, an earlier one. */
    String CANONICAL = "canonical";

    /**
     * Reads the setting {@code -Dfrom=}.
     *
     * @param written tags, {@code canonical} or {@code canonical:<age>}, with commas between them
     * @return a base each, in their order; one at least
     * @throws IllegalArgumentException when no tag is in it, or an age is none
     */
    static List<Base> named(String written) {
        List<Base> bases = Arrays.stream(written.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .map(Base::of)
                .toList();
        if (bases.isEmpty()) {
            throw new IllegalArgumentException(
                    "Reading -Dfrom=: found '" + written + "', expected releases with commas between them, or " + ALL);
        }
        return bases;
    }

    private static Base of(String written) {
        if (written.equals(CANONICAL)) {
            return new Aged(1);
        }
        if (!written.startsWith(CANONICAL + ":")) {
            return new Named(written);
        }
        String age = written.substring(CANONICAL.length() + 1);
        if (!age.matches("[1-9]\\d?")) {
            throw new IllegalArgumentException("Reading -Dfrom=: found '" + written
                    + "', expected canonical:<age>, with 1 for the present canonical and 2 for the one before it");
        }
        return new Aged(Integer.parseInt(age));
    }

    /**
     * Chooses the base of what is done from one alone.
     *
     * @param from the setting {@code -Dfrom=}
     * @return the last one that it names, or the newest older release that can deploy
     * @throws IllegalArgumentException when no tag is in it
     */
    static Base one(Optional<String> from) {
        return from.filter(written -> !written.equals(ALL))
                .map(Base::named)
                .map(named -> named.get(named.size() - 1))
                .orElseGet(Nearest::new);
    }
}
