package org.recipeharness.report.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How times are told to readers, and to programs. */
public final class Took {

    private static final long SECONDS_OF_A_MINUTE = 60;
    private static final double MILLIS = 1000;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Took() {}

    public static String of(Duration took) {
        if (took.isZero()) {
            return "–";
        }
        return took.toSeconds() < SECONDS_OF_A_MINUTE
                ? String.format(Locale.ROOT, "%.1f s", inSeconds(took))
                : took.toMinutes() + " min " + took.toSecondsPart() + " s";
    }

    /** For programs. */
    public static double inSeconds(Duration took) {
        return took.toMillis() / MILLIS;
    }

    /**
     * Tells a moment to readers.
     *
     * @param instant when
     * @return such as {@code 2026-01-31 22:00 UTC}
     */
    public static String at(Instant instant) {
        return MINUTE.format(instant);
    }
}
