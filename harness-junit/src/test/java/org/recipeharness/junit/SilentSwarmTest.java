package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.swarm.SwarmException;

/** An engine that stops answering under a test is told, and takes nothing away from what the test saw. */
class SilentSwarmTest {

    private final Path folder;

    SilentSwarmTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theTestsOwnFailureStaysTheHeadline() {
        Outcome outcome =
                FixtureRun.in(folder).with("harness.keep", "on-failure").of(FailsTestCases.class);

        assertThat(outcome.failure("FailsTestCases.fails"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Connection reset");
        assertThat(outcome.failure("FailsTestCases.fails").getSuppressed())
                .hasAtLeastOneElementOfType(SwarmException.class);
        assertThat(outcome.attached())
                .hasEntrySatisfying(
                        "FailsTestCases.fails: tasks.txt",
                        tasks -> assertThat(tasks)
                                .startsWith("This could not be collected")
                                .endsWith("no engine answers"));
        assertThat(outcome.story()).noneMatch(event -> event.startsWith("remove"));
    }

    @Test
    void aTestThatWouldHavePassedFailsAndCounts() {
        Outcome outcome =
                FixtureRun.in(folder).with("harness.keep", "on-failure").of(PassesTestCases.class);

        assertThat(outcome.failure("PassesTestCases.passes"))
                .isInstanceOf(SwarmException.class)
                .hasMessageContaining("no engine answers");
        assertThat(outcome.attached()).containsKey("PassesTestCases.passes: stack.yml");
        assertThat(outcome.story()).noneMatch(event -> event.startsWith("remove"));
    }

    @RecipeDeployment("sample")
    static class FailsTestCases {

        @Test
        void fails(RecordingSwarm swarm) {
            swarm.fallSilent("no engine answers");
            throw new IllegalStateException("Connection reset");
        }
    }

    @RecipeDeployment("sample")
    static class PassesTestCases {

        @Test
        void passes(RecordingSwarm swarm) {
            swarm.fallSilent("no engine answers");
        }
    }
}
