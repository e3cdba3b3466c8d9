package org.recipeharness.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recipeharness.swarm.States.failedTask;
import static org.recipeharness.swarm.States.plan;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.stack;
import static org.recipeharness.swarm.States.task;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.recipeharness.app.ImageUse;
import org.recipeharness.app.Masking;
import org.recipeharness.app.PrePull;
import org.recipeharness.compose.Variable;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.recipe.Origin;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.PullOutcome.NotPublished;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.UpdateState.Phase;

class EvidenceCollectorTest {

    private static final Masking MASKING =
            Masking.of(List.of(new Variable("DB_PASSWORD", "hunter2", "", Origin.of("the run"))), List.of());

    private static final PrePull.Result PULLED = new PrePull.Result(
            List.of(new ImageUse("example/app:1", new NotPublished("manifest unknown"), Duration.ofMillis(30))));

    private final FakeSwarm swarm = new FakeSwarm(new FakeTime());

    @Test
    void keepsRunTasksStackAndLogs() throws InterruptedException {
        swarm.logging("app", "one", "two")
                .logging("db", "ready")
                .shows(
                        List.of(service("app", Phase.PAUSED, "due to failure"), service("db")),
                        List.of(failedTask("app", 1, 3, "non-zero exit"), task("db", 2, TaskPhase.RUNNING)));

        Map<String, String> files = collect();

        assertThat(files)
                .containsOnlyKeys("run.txt", "tasks.txt", "images.txt", "stack.yml", "log-app.txt", "log-db.txt")
                .containsEntry("log-app.txt", "one\ntwo\n")
                .containsEntry("log-db.txt", "ready\n")
                .containsEntry("stack.yml", "services: {}\n")
                .containsEntry("images.txt", PULLED.text())
                .containsEntry(
                        "run.txt",
                        "recipe: demo\nref: 1.0.0+1\ncommit: 0123456789\nrun: run-1\ndomain: demo.lab.test\nstack: demo\n")
                .containsEntry("tasks.txt", """
                        app: example/app:1, 1 wanted, update PAUSED due to failure
                          2026-01-01T00:00:01Z slot 1 task app1 failed with exit code 3: non-zero exit (wanted shutdown)

                        db: example/db:1, 1 wanted
                          2026-01-01T00:00:02Z slot 1 task db2 running (wanted running)
                        """);
    }

    @Test
    void hidesNothingOfTheOthersWhenALogCannotBeRead() throws InterruptedException {
        swarm.logging("db", "ready").shows(List.of(service("app"), service("db")), List.of());

        Map<String, String> files = collect();

        assertThat(files.get("log-app.txt"))
                .startsWith("This could not be collected: ")
                .contains("Reading the log of service demo_app: no such task");
        assertThat(files).containsEntry("log-db.txt", "ready\n").containsKeys("run.txt", "tasks.txt", "stack.yml");
    }

    @Test
    void hidesNothingOfTheOthersWhenAStepFailsInAWayThatNobodyForesaw() throws InterruptedException {
        swarm.logging("app", "one")
                .shows(List.of(service("app")), List.of())
                .breaksAtTasks(new IllegalArgumentException("No enum constant"));

        Map<String, String> files = collect();

        assertThat(files.get("tasks.txt")).contains("This could not be collected: ", "No enum constant");
        assertThat(files).containsEntry("log-app.txt", "one\n");
    }

    @Test
    void saysThatAServiceIsGone() throws InterruptedException {
        swarm.shows(List.of(), List.of());

        assertThat(collect()).containsEntry("log-app.txt", "The service is not on the swarm.\n");
    }

    @Test
    void keepsNoSecret() throws InterruptedException {
        swarm.logging("app", "connecting with hunter2")
                .logging("db")
                .shows(List.of(service("app")), List.of(failedTask("app", 1, 1, "bad password hunter2")));

        assertThat(collect().values())
                .noneMatch(text -> text.contains("hunter2"))
                .anyMatch(text -> text.contains(Masking.MASK));
    }

    private Map<String, String> collect() throws InterruptedException {
        return new EvidenceCollector(swarm)
                .collect(plan(stack("app", "db"), MASKING), PULLED).stream()
                        .collect(Collectors.toMap(EvidenceFile::name, EvidenceFile::text));
    }
}
