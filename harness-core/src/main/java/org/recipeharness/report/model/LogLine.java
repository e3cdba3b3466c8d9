package org.recipeharness.report.model;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A line of a log.
 *
 * @param at when it was written; empty where the log does not tell
 * @param text what was written
 */
public record LogLine(Optional<Instant> at, String text) {

    /**
     * Reads a line as docker gives it.
     *
     * @param line with its time in front
     * @return the line; as it is where no time is in front
     */
    public static LogLine parse(String line) {
        int space = line.indexOf(' ');
        String time = space < 0 ? line : line.substring(0, space);
        try {
            return new LogLine(Optional.of(Instant.parse(time)), space < 0 ? "" : line.substring(space + 1));
        } catch (DateTimeParseException e) {
            return new LogLine(Optional.empty(), line);
        }
    }
}
