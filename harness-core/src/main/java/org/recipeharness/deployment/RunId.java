package org.recipeharness.deployment;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What tells one run from all others, on the swarm and in the file system.
 *
 * @param text such as {@code 20261124-220531-1f0c3a}
 */
public record RunId(String text) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int BITS = 24;

    /**
     * Makes an id that no other run has.
     *
     * @return the time in UTC, and six random digits
     */
    public static RunId random() {
        int random = new SecureRandom().nextInt(1 << BITS);
        return new RunId(TIME.format(Instant.now()) + "-" + String.format(Locale.ROOT, "%06x", random));
    }

    /**
     * Gives the short form that a domain can carry.
     *
     * @return the six random digits
     */
    public String shortForm() {
        return text.substring(text.lastIndexOf('-') + 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
