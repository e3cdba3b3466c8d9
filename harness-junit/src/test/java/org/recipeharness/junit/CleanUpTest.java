package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.swarm.SwarmException;

class CleanUpTest {

    private final Path folder;

    CleanUpTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatIsLeftBehindFailsTheClassOfAGreenRun() {
        Outcome outcome = FixtureRun.in(folder).of(LeavingBehindTestCases.class);

        assertThat(outcome.failures()).containsOnlyKeys("LeavingBehindTestCases");
        assertThat(outcome.failure("LeavingBehindTestCases"))
                .rootCause()
                .isInstanceOf(SwarmException.class)
                .hasMessageStartingWith("Removing the stack " + FixtureRun.STACK
                        + ": after 1 s there is still network sample_internal.")
                .hasMessageContaining("docker stack ps " + FixtureRun.STACK);
        assertThat(outcome.story())
                .contains("remove volumes of " + FixtureRun.STACK)
                .endsWith("close");
    }

    @RecipeDeployment("sample")
    static class LeavingBehindTestCases {

        @Test
        void passes(RecordingSwarm swarm) {
            swarm.leaveBehind("network", "sample_internal");
        }
    }
}
