package org.recipeharness.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How times are told to readers. */
final class Took {

    private static final long SECONDS_OF_A_MINUTE = 60;
    private static final double MILLIS = 1000;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Took() {}

    static String of(Duration took) {
        if (took.isZero()) {
            return "–";
        }
        return took.toSeconds() < SECONDS_OF_A_MINUTE
                ? String.format(Locale.ROOT, "%.1f s", took.toMillis() / MILLIS)
                : took.toMinutes() + " min " + took.toSecondsPart() + " s";
    }

    static String at(Instant instant) {
        return MINUTE.format(instant);
    }
}
