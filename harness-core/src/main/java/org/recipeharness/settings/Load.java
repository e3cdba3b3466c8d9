package org.recipeharness.settings;

import java.time.Duration;

/** What the load experiment puts on an app, to see whether it is still found ready then. */
public sealed interface Load {

    /**
     * Each container of the main service stands still once.
     *
     * @param length for how long
     */
    record Pause(Duration length) implements Load {
        @Override
        public String toString() {
            return PAUSE + length.toSeconds() + "s";
        }
    }

    /**
     * Each container of the app gets no more than a share of one processor.
     *
     * @param percent the share, 1 to 100
     */
    record Cpu(int percent) implements Load {
        @Override
        public String toString() {
            return CPU + percent + "%";
        }
    }

    /**
     * Files are written and synced on the machine of the harness, which is felt where the app is on that machine too.
     *
     * @param writers how many at once, 1 to 16
     */
    record Io(int writers) implements Load {
        @Override
        public String toString() {
            return IO + writers;
        }
    }

    /** What stands in front of a pause's length. */
    String PAUSE = "pause:";

    /** What stands in front of a processor's share. */
    String CPU = "cpu:";

    /** What stands in front of the number of writers. */
    String IO = "io:";

    /** How each kind is written. */
    String KINDS = "pause:<seconds>s, such as pause:70s; cpu:<1 to 100>%, such as cpu:10%; io:<1 to 16>, such as io:4";

    /**
     * Reads one load as it is written in a setting.
     *
     * @param text such as {@code pause:70s}
     * @return the load
     * @throws IllegalArgumentException when it is of no kind; these are listed
     */
    static Load parse(String text) {
        if (text.matches("pause:[1-9]\\d{0,3}s")) {
            return new Pause(Duration.ofSeconds(number(text)));
        }
        if (text.matches("cpu:([1-9]\\d?|100)%")) {
            return new Cpu(number(text));
        }
        if (text.matches("io:([1-9]|1[0-6])")) {
            return new Io(number(text));
        }
        throw new IllegalArgumentException("found '" + text + "', expected one of " + KINDS);
    }

    private static int number(String text) {
        return Integer.parseInt(text.replaceAll("\\D", ""));
    }
}
