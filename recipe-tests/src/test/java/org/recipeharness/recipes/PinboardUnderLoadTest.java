package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.TaskLosses;
import org.recipeharness.process.Command;
import org.recipeharness.recipes.pinboard.PinboardRun;
import org.recipeharness.settings.Setting;
import org.recipeharness.swarm.TaskState;

/** The load experiment on real containers, one of which has a health check that looks each second and gives up after five. */
class PinboardUnderLoadTest {

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void aPauseIsNoLossTheThrottleStaysAndAPausedAppIsRemoved() throws IOException, InterruptedException {
        try (var run = PinboardRun.with(Setting.LOAD, "pause:8s,cpu:50%")) {
            DeployedApp app = run.install();

            assertThat(run.budgets())
                    .singleElement()
                    .satisfies(told -> assertThat(told)
                            .matches("http used \\d+(\\.\\d)? s of 60 s under pause:8s,cpu:50%: \\d+x1s would hold it"
                                    + " with twice the room"));
            List<String> containers = app.tasks().stream()
                    .filter(TaskState::isRunning)
                    .flatMap(task -> task.container().stream())
                    .toList();
            for (String container : containers) {
                assertThat(inspected(container)).isEqualTo("running 500000000");
            }
            assertThat(new TaskLosses(app).await(Duration.ofSeconds(3))).isEmpty();

            // As a harness leaves it that was killed meanwhile: nobody lets it go on.
            Command.of("docker", "pause", app.exec().container()).run().orFail("Pausing");
        }
    }

    private static String inspected(String container) throws InterruptedException {
        return Command.of("docker", "inspect", "-f", "{{.State.Status}} {{.HostConfig.NanoCpus}}", container)
                .run()
                .orFail("Looking at " + container)
                .out()
                .strip();
    }
}
