package org.recipeharness.sweep;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;

/** Has tests run somewhere else. */
@FunctionalInterface
public interface Launching {

    /**
     * Has tests run, and waits for their end.
     *
     * @param handover which, and with which settings
     * @param output the file for all that is printed
     * @param limit how long it may run
     * @return 0 where the run took place, whatever came of it; another one where it did not; empty where it was ended at its limit
     * @throws InterruptedException when the thread is interrupted; the run is ended first
     */
    OptionalInt run(Handover handover, Path output, Duration limit) throws InterruptedException;
}
