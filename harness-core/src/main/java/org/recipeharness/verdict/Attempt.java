package org.recipeharness.verdict;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run of a recipe: the one in the sweep, or one again and alone.
 *
 * @param number 0 for the one in the sweep, then counted
 * @param imposed the load that the experiment has put on it, such as {@code pause:70s}; empty for none
 * @param begun when
 * @param took how long
 * @param reds its red tests, in the order in which they ended; empty where it was green
 * @param measured what the machine was like meanwhile; empty where nothing was measured
 * @param results the folder with its own results; empty for the one in the sweep
 */
public record Attempt(
        int number,
        Optional<String> imposed,
        Instant begun,
        Duration took,
        List<Red> reds,
        Optional<Measured> measured,
        Optional<Path> results) {

    public Attempt {
        reds = List.copyOf(reds);
    }

    /**
     * Tells whether all was as it should be.
     *
     * @return true where nothing was red
     */
    public boolean isGreen() {
        return reds.isEmpty();
    }
}
