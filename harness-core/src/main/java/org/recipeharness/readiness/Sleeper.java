package org.recipeharness.readiness;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets time pass; the seam by which a test of a wait takes no time. */
@FunctionalInterface
public interface Sleeper {

    /** Lets real time pass. */
    Sleeper REAL = duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos());

    /**
     * Lets the given time pass.
     *
     * @param duration how long, not negative
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    void pause(Duration duration) throws InterruptedException;
}
