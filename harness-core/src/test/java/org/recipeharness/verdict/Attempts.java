package org.recipeharness.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.recipeharness.fault.Party;

/** Attempts to be judged. */
final class Attempts {

    static final Red FOLLOWS = new Red(
            "Custom.answers", Optional.of("custom"), true, Party.UNTOLD, false, "Unverified: install failed before");

    private Attempts() {}

    static Red red(Party party, String test, String cause) {
        return new Red(test, Optional.of("custom"), false, party, false, cause);
    }

    static Red timed(Party party, String test, String cause) {
        return new Red(test, Optional.of("custom"), false, party, true, cause);
    }

    /** The sweep's reds, and the same ones each time alone. */
    static List<Attempt> always(int alone, Red... reds) {
        return IntStream.rangeClosed(0, alone)
                .mapToObj(number -> attempt(number, reds))
                .toList();
    }

    /** Red in the sweep, green each time alone. */
    static List<Attempt> onlyInTheSweep(Attempt sweep, int alone, Measured measured) {
        return Stream.concat(
                        Stream.of(sweep),
                        IntStream.rangeClosed(1, alone).mapToObj(number -> on(measured, attempt(number))))
                .toList();
    }

    static Attempt attempt(int number, Red... reds) {
        return new Attempt(
                number,
                Optional.empty(),
                Instant.parse("2026-06-01T22:00:00Z"),
                Duration.ofSeconds(90),
                List.of(reds),
                Optional.empty(),
                Optional.empty());
    }

    static Attempt under(String load, Attempt attempt) {
        return new Attempt(
                attempt.number(),
                Optional.of(load),
                attempt.begun(),
                attempt.took(),
                attempt.reds(),
                attempt.measured(),
                attempt.results());
    }

    static Attempt on(Measured measured, Attempt attempt) {
        return new Attempt(
                attempt.number(),
                attempt.imposed(),
                attempt.begun(),
                attempt.took(),
                attempt.reds(),
                Optional.of(measured),
                attempt.results());
    }

    static Measured machine(double load, double cpu, double io, double memory, int beside) {
        return new Measured(
                OptionalDouble.of(load),
                OptionalDouble.of(cpu),
                OptionalDouble.of(io),
                OptionalDouble.of(memory),
                OptionalLong.of(1L << 30),
                beside);
    }
}
