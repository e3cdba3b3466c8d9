package org.recipeharness.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Recipes that are red in a sweep, and come to different ends when they are run again alone. */
final class RerunTestCases {

    /** Set where a process of its own has to do without the swarm of its sweep; it is handed on as all properties are. */
    static final String ALONE = "fixture.alone";

    /** The file with a line for each run of a recipe that keeps count. */
    static final String RUNS = "fixture.runs";

    private RerunTestCases() {}

    static class Reruns extends RerunTests {}

    @RecipeDeployment(value = "other", settings = "SERVER_PASSWORD=" + SweepTestCases.SECRET)
    static class RedAlways {
        @Nested
        class Custom extends CustomTier {
            @Test
            void answers() {
                throw new AssertionError("it answered: " + SweepTestCases.SECRET);
            }
        }
    }

    @RecipeDeployment("sample")
    static class Green {
        @Test
        void answers() {}
    }

    /** Red in the sweep, green alone, red alone, and so on. */
    @RecipeDeployment("sample")
    static class RedByTurns {
        @Test
        void answers() throws IOException {
            if (run() % 2 == 1) {
                throw new AssertionError("it answered late");
            }
        }
    }

    @RecipeDeployment("sample")
    static class GreenAlone {
        @Test
        void answers() throws IOException {
            if (run() == 1) {
                throw new AssertionError("it answered late");
            }
        }
    }

    @RecipeDeployment("sample")
    static class DiesAlone {
        @Test
        void answers() throws IOException {
            if (run() > 1) {
                Runtime.getRuntime().halt(9);
            }
            throw new AssertionError("it answered late");
        }
    }

    /** Lasts until a deadline of a second has passed. */
    @RecipeDeployment("other")
    static class TakesLong {
        @Test
        void answers() {
            Instant end = Instant.now().plusMillis(1_001);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> Instant.now().isAfter(end));
        }
    }

    /** Counts a run, and tells which it is. */
    private static int run() throws IOException {
        Path runs = Path.of(System.getProperty(RUNS, ""));
        Files.writeString(runs, "run\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return Files.readAllLines(runs).size();
    }
}
