package org.recipeharness.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recipeharness.swarm.States.failedTask;
import static org.recipeharness.swarm.States.plan;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.stack;
import static org.recipeharness.swarm.States.task;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.States;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;

class TaskLossesTest {

    private static final List<ServiceState> SERVICES = List.of(service("app"));
    private static final TaskState RUNNING = task("app", 2, TaskPhase.RUNNING);
    private static final TaskState KILLED = failedTask("app", 2, 137, "killed");

    private final FakeSwarm swarm = new FakeSwarm(new FakeTime());

    @Test
    void areNotWhatFailedWhileTheAppCameUp() {
        swarm.shows(SERVICES, List.of(failedTask("app", 1, 1, "too early"), RUNNING));

        assertThat(losses().next()).isEmpty();
    }

    @Test
    void areToldOnce() throws InterruptedException {
        swarm.shows(SERVICES, List.of(RUNNING)).shows(SERVICES, List.of(KILLED));
        TaskLosses losses = losses();

        assertThat(losses.await(Duration.ofMinutes(1)))
                .containsExactly("service 'app' lost its task: task app2 failed with exit code 137: killed");
        assertThat(losses.next()).isEmpty();
    }

    @Test
    void areAlsoTasksThatEndedWithoutAnError() throws InterruptedException {
        swarm.shows(SERVICES, List.of(RUNNING)).shows(SERVICES, List.of(task("app", 2, TaskPhase.COMPLETE)));

        assertThat(losses().await(Duration.ofMinutes(1)))
                .containsExactly("service 'app' lost its task: task app2 complete");
    }

    @Test
    void areNotTasksThatTheSwarmEnded() {
        swarm.shows(SERVICES, List.of(RUNNING)).shows(SERVICES, List.of(task("app", 2, TaskPhase.SHUTDOWN)));
        TaskLosses losses = losses();
        turn();

        assertThat(losses.next()).isEmpty();
    }

    @Test
    void areNoneOfAServiceThatHadDoneItsWorkBefore() {
        swarm.shows(SERVICES, List.of(task("app", 1, TaskPhase.COMPLETE)));

        assertThat(losses().next()).isEmpty();
    }

    @Test
    void areNotWaitedForLongerThanAsked() throws InterruptedException {
        swarm.shows(SERVICES, List.of(RUNNING));

        assertThat(losses().await(Duration.ZERO)).isEmpty();
    }

    @Test
    void nameTheServicesIdWhenTheServiceIsGone() throws InterruptedException {
        swarm.shows(SERVICES, List.of(RUNNING)).shows(List.of(), List.of(KILLED));

        assertThat(losses().await(Duration.ofMinutes(1)))
                .singleElement()
                .asString()
                .startsWith("service 'app-id' lost its task");
    }

    private TaskLosses losses() {
        return new TaskLosses(new DeployedApp(swarm, plan(stack("app")), Before.nothing(), Duration.ZERO));
    }

    private void turn() {
        try (var changes = swarm.watch(States.STACK)) {
            changes.await(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
