package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.process.Command;
import org.recipeharness.swarm.Leftovers;
import org.recipeharness.swarm.TaskPhase;

/** Ends a run from outside, as Ctrl-C does, and looks for what is left of it. */
@OnSwarm
class CtrlCTest {

    private static final Duration UNTIL_THERE = Duration.ofSeconds(60);
    private static final long UNTIL_ENDED_SECONDS = 60;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void leavesNothingOfARunThatIsInstalled(TestStack stack) throws Exception {
        Process run = started("runs", "", stack);
        await().atMost(UNTIL_THERE)
                .until(() -> stack.swarm().tasks(stack.name()).stream().anyMatch(task -> task.isRunning()));

        assertNothingIsLeftAfterCtrlC(run, stack);
    }

    @Test
    void leavesNothingOfARunThatIsStillConverging(TestStack stack) throws Exception {
        Process run = started("never-healthy", "    healthcheck: {test: [CMD, \"false\"], interval: 60s}\n", stack);
        await().atMost(UNTIL_THERE)
                .until(() -> stack.swarm().tasks(stack.name()).stream()
                        .anyMatch(task -> task.phase() == TaskPhase.STARTING));

        assertNothingIsLeftAfterCtrlC(run, stack);
    }

    private Process started(String recipe, String more, TestStack stack) throws Exception {
        String compose = TestStack.SLEEPER + "    volumes: [\"data:/data\"]\n" + more + "volumes:\n  data:\n";
        var catalogue = new TestCatalogue(folder.resolve("catalogue")).publish(recipe, compose);
        // A process that was started in the background ignores SIGINT, and so would its children.
        return new ProcessBuilder(
                        "env",
                        "--default-signal=INT",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dharness.catalogue=" + catalogue.folder().toUri(),
                        "-Dharness.holders=50",
                        "-Dharness.work=" + folder.resolve("work"),
                        "-Dharness.cache=" + folder.resolve("cache"),
                        "-Dharness.domain=" + stack.name().text().replace('_', '.'),
                        InterruptedRun.class.getName(),
                        recipe)
                .inheritIO()
                .start();
    }

    private static void assertNothingIsLeftAfterCtrlC(Process run, TestStack stack) throws InterruptedException {
        try {
            Command.of("kill", "-INT", String.valueOf(run.pid())).run().orFail("Sending SIGINT to the run");
            assertThat(run.waitFor(UNTIL_ENDED_SECONDS, TimeUnit.SECONDS))
                    .as("the run has ended")
                    .isTrue();
            assertThat(stack.swarm().leftovers(stack.name())).isEqualTo(new Leftovers(Map.of()));
        } finally {
            run.destroyForcibly();
        }
    }
}
