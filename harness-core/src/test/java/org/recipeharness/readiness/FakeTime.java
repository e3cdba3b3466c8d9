package org.recipeharness.readiness;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only where somebody lets it. */
public final class FakeTime implements InstantSource, Sleeper {

    private final Instant start = Instant.parse("2026-01-01T00:00:00Z");
    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = start;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void pause(Duration duration) {
        pauses.add(duration);
        now = now.plus(duration);
    }

    /**
     * Tells how much time has passed.
     *
     * @return since the beginning
     */
    public synchronized Duration elapsed() {
        return Duration.between(start, now);
    }

    synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
