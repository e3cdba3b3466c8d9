package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.recipeharness.recipes.mumble.MumbleHandshake.PASSWORD;
import static org.recipeharness.recipes.mumble.MumbleHandshake.PORT;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.junit.CustomTier;
import org.recipeharness.junit.Ready;
import org.recipeharness.junit.RecipeDeployment;
import org.recipeharness.process.Command;
import org.recipeharness.recipes.mumble.Identity;
import org.recipeharness.recipes.mumble.MumbleHandshake;
import org.recipeharness.recipes.mumble.MumbleSession;

/** Kills a real server under a test, and looks at what the person who reads the red result is told. */
@ResourceLock(providers = AloneOnTheNode.class)
class MumbleKilledTest {

    private static final Duration WITHIN_SECONDS = Duration.ofSeconds(10);

    private static Instant killed = Instant.MIN;

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void aKilledServerIsToldInTheFirstLineWithinSeconds(@TempDir Path attachments) {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .outputDirectoryCreator(new Attachments(attachments))
                .selectors(selectClass(KilledUnderTestCases.class))
                .execute();

        List<Event> failed = results.testEvents().failed().list();
        assertThat(failed).hasSize(1);
        Throwable failure = failed.get(0)
                .getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
        assertThat(String.valueOf(failure.getMessage()).lines().findFirst().orElseThrow())
                .startsWith("The app died during this test: service 'app' lost its task: task ")
                .contains("failed with exit code 137");
        assertThat(failure).hasRootCauseInstanceOf(IOException.class);
        assertThat(Duration.between(killed, failed.get(0).getTimestamp())).isLessThan(WITHIN_SECONDS);
        assertThat(results.allEvents().fileEntryPublished().list().stream()
                        .map(event -> event.getRequiredPayload(FileEntry.class)
                                .getPath()
                                .getFileName()
                                .toString()))
                .contains("run.txt", "tasks.txt", "stack.yml", "log-app.txt");
        assertThat(results.containerEvents().failed().list()).isEmpty();
    }

    @RecipeDeployment(
            value = "mumble",
            settings = {"AUTOBAN_ATTEMPTS=0", "SERVER_PASSWORD=" + PASSWORD},
            ready = @Ready(by = MumbleHandshake.class, budget = "36x5s"))
    static class KilledUnderTestCases {

        @Nested
        class Custom extends CustomTier {
            @Test
            void killsItsServerAndGoesOn(DeployedApp app) throws IOException, InterruptedException {
                Command.of("docker", "kill", app.exec().container()).run().orFail("Killing the server");
                killed = Instant.now();
                try (var session =
                        MumbleSession.join(app.address(PORT), new Identity("alice", PASSWORD), Duration.ofSeconds(5))) {
                    throw new AssertionError("A dead server can't be joined, but it was: " + session.release());
                }
            }
        }
    }
}
