package org.recipeharness.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recipeharness.swarm.States.failedTask;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.swarm.FailedHealthCheck;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.States;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;

class CrashWatchTest {

    private static final List<ServiceState> SERVICES = List.of(service("app"), service("db"));
    private static final TaskState ONE = failedTask("app", 1, 1, "non-zero exit");
    private static final TaskState TWO = failedTask("app", 2, 1, "non-zero exit");
    private static final TaskState THREE = failedTask("app", 3, 137, "out of memory");

    private static final Masking MASKING = Masking.of(List.of(), List.of("hunter2"));

    private final FakeSwarm swarm = new FakeSwarm(new FakeTime());

    @Test
    void tellsTheLatestFailureAndTheLogOfAServiceWhoseThirdTaskFailed() throws InterruptedException {
        swarm.logging("app", "starting", "killed").shows(SERVICES, List.of(ONE, TWO, THREE));

        assertThat(death())
                .contains("Service 'app' of stack demo crash-loops: 3 of its tasks have failed, the latest one:"
                        + " task app3 failed with exit code 137: out of memory"
                        + "\nThe last lines of its log:\n  starting\n  killed");
    }

    @Test
    void tellsAboveTheLogWhatTheServiceShowedWithoutItsSecrets() throws InterruptedException {
        swarm.logging("app", "2026-01-01T00:00:00.5Z dial tcp db:5432 as hunter2: connection refused")
                .outOfMemory("container-of-app3")
                .shows(SERVICES, List.of(ONE, TWO, THREE));

        assertThat(death())
                .hasValueSatisfying(death -> assertThat(death)
                        .containsSubsequence(
                                "task app3 failed with exit code 137: out of memory\nWhat it showed, which may be the reason:",
                                "\n  out of memory (service 'app'): the engine says of its container: OOMKilled\n",
                                "\n  database refuses (service 'app'): dial tcp db:5432 as " + Masking.MASK,
                                "'db' is the service 'db' (not running)",
                                "\nThe last lines of its log:\n"));
    }

    /** What a log says from before the deploy is about another version. */
    @Test
    void doesNotTakeWhatWasSaidBeforeTheDeployForASymptom() throws InterruptedException {
        swarm.logging("app", "2025-12-31T23:59:59Z dial tcp db:5432: connection refused")
                .shows(SERVICES, List.of(ONE, TWO, THREE));

        var before = new Before(Map.of(), Set.of(), States.START);
        assertThat(new CrashWatch(swarm, States.plan(States.stack("app", "db"), MASKING), before).death())
                .hasValueSatisfying(
                        death -> assertThat(death).doesNotContain("showed").contains("connection refused"));
    }

    @Test
    void countsTasksThatEndedWellAndWereStartedAgain() throws InterruptedException {
        swarm.logging("app", "bye")
                .shows(
                        SERVICES,
                        List.of(
                                task("app", 1, TaskPhase.COMPLETE),
                                task("app", 2, TaskPhase.COMPLETE),
                                task("app", 3, TaskPhase.COMPLETE),
                                task("app", 4, TaskPhase.READY)));

        assertThat(death())
                .hasValueSatisfying(
                        death -> assertThat(death)
                                .startsWith(
                                        "Service 'app' of stack demo crash-loops: 3 of its tasks have ended, the latest one: task"));
    }

    @Test
    void doesNotShowASecretThatTheLogHolds() throws InterruptedException {
        swarm.logging("app", "cannot log in with hunter2").shows(SERVICES, List.of(ONE, TWO, THREE));

        assertThat(death())
                .hasValueSatisfying(death -> assertThat(death).endsWith("cannot log in with " + Masking.MASK));
    }

    @Test
    void tellsInTheFirstLineThatTheHealthCheckFailed() throws InterruptedException {
        swarm.logging("app", "listening")
                .unhealthy("container-of-app3", new FailedHealthCheck(22, "GET /healthz?token=hunter2\n\n404\n"))
                .shows(SERVICES, List.of(ONE, TWO, THREE));

        assertThat(death())
                .contains("Service 'app' of stack demo crash-loops: 3 of its tasks have failed, the latest one:"
                        + " task app3 failed with exit code 137: out of memory. It was unhealthy, its health check's"
                        + " last run: exit code 22, GET /healthz?token=" + Masking.MASK
                        + " 404\nThe last lines of its log:\n  listening");
    }

    @Test
    void goesOnAfterTwoFailures() throws InterruptedException {
        swarm.shows(SERVICES, List.of(ONE, TWO, task("app", 3, TaskPhase.RUNNING)));

        assertThat(death()).isEmpty();
    }

    @Test
    void countsTheFailuresOfEachServiceByItself() throws InterruptedException {
        swarm.shows(SERVICES, List.of(ONE, TWO, failedTask("db", 1, 1, "x"), failedTask("db", 2, 1, "x")));

        assertThat(death()).isEmpty();
    }

    @Test
    void countsTasksThatCouldNotBeStarted() throws InterruptedException {
        swarm.logging("app")
                .shows(SERVICES, List.of(ONE, task("app", 2, TaskPhase.REJECTED), task("app", 3, TaskPhase.REJECTED)));

        assertThat(death()).hasValueSatisfying(death -> assertThat(death).endsWith("\nIt wrote nothing to its log."));
    }

    @Test
    void tellsAServiceThatNeverRanFromOneThatCrashes() throws InterruptedException {
        swarm.logging("app")
                .shows(
                        SERVICES,
                        List.of(
                                task("app", 1, TaskPhase.REJECTED),
                                task("app", 2, TaskPhase.REJECTED),
                                task("app", 3, TaskPhase.REJECTED)));

        assertThat(death())
                .contains("Service 'app' of stack demo can't be started: 3 of its tasks were rejected, the latest one:"
                        + " task app3 rejected\nIt wrote nothing to its log.");
    }

    @Test
    void tellsAServiceThatEndsWellEachTimeItIsUnhealthyFromACrash() throws InterruptedException {
        var check = new FailedHealthCheck(1, "404");
        swarm.logging("app")
                .unhealthy("container-of-app1", check)
                .unhealthy("container-of-app2", check)
                .unhealthy("container-of-app3", check)
                .shows(
                        SERVICES,
                        List.of(
                                task("app", 1, TaskPhase.COMPLETE),
                                task("app", 2, TaskPhase.COMPLETE),
                                task("app", 3, TaskPhase.COMPLETE),
                                task("app", 4, TaskPhase.READY)));

        assertThat(death())
                .contains(
                        "Service 'app' of stack demo never becomes healthy: its health check has ended 3 of its tasks,"
                                + " the latest one: task app3 complete. It was unhealthy, its health check's last run: exit code"
                                + " 1, 404\nIt wrote nothing to its log.");
    }

    @Test
    void doesNotCountTasksThatWereEndedOnPurpose() throws InterruptedException {
        swarm.shows(
                SERVICES, List.of(ONE, TWO, task("app", 3, TaskPhase.SHUTDOWN), task("app", 4, TaskPhase.COMPLETE)));

        assertThat(death()).isEmpty();
    }

    @Test
    void tellsTheCrashLoopEvenWhenItsLogCannotBeRead() throws InterruptedException {
        swarm.shows(SERVICES, List.of(ONE, TWO, THREE));

        assertThat(death())
                .hasValueSatisfying(death -> assertThat(death)
                        .startsWith("Service 'app' of stack demo crash-loops")
                        .endsWith("\nIts log can't be read: Reading the log of service demo_app: no such task"));
    }

    private Optional<String> death() throws InterruptedException {
        return new CrashWatch(swarm, States.plan(States.stack("app", "db"), MASKING), Before.nothing()).death();
    }
}
