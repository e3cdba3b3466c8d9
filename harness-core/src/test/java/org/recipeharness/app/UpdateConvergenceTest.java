package org.recipeharness.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.recipeharness.swarm.States.failedTask;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.stack;
import static org.recipeharness.swarm.States.task;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.swarm.FailedHealthCheck;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.States;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;
import org.recipeharness.swarm.UpdateState;
import org.recipeharness.swarm.UpdateState.Phase;

/** A deploy over a stack that runs, of which the swarm shows the past and the present side by side. */
class UpdateConvergenceTest {

    private static final UpdateState EARLIER =
            new UpdateState(Phase.ROLLBACK_COMPLETED, States.START, "rollback completed");
    private static final ServiceState WAS = service("app", "1", "ports", EARLIER);
    private static final TaskState OLD = task("app", 1, "1", TaskPhase.RUNNING);
    private static final TaskState NEW = task("app", 2, "2", TaskPhase.RUNNING);

    private final FakeTime time = new FakeTime();
    private final FakeSwarm swarm = new FakeSwarm(time);

    @Test
    void doesNotCountTheOldTaskWhichRunsOnBesideTheOneThatStarts() throws InterruptedException {
        ServiceState changed = service("app", "2", "ports", EARLIER);
        swarm.shows(List.of(WAS), List.of(OLD))
                .shows(List.of(changed), List.of(OLD))
                .shows(List.of(changed), List.of(OLD))
                .shows(List.of(changed), List.of(OLD, NEW));

        update();

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void waitsForNewTasksWhereOnlyThePortsHaveChanged() throws InterruptedException {
        ServiceState changed = service("app", "1", "other ports", EARLIER);
        swarm.shows(List.of(WAS), List.of(OLD))
                .shows(List.of(changed), List.of(OLD))
                .shows(List.of(changed), List.of(OLD, task("app", 2, "1", TaskPhase.RUNNING)));

        update();

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void takesAServiceThatDoesNotChangeAsItRuns() throws InterruptedException {
        swarm.shows(List.of(WAS), List.of(OLD)).shows(List.of(WAS), List.of(OLD));

        update();

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void doesNotWaitForAServiceThatIsNotSentAnyMore() throws InterruptedException {
        swarm.shows(List.of(WAS), List.of(OLD))
                .shows(
                        List.of(WAS, service("dropped")),
                        List.of(
                                OLD,
                                failedTask("dropped", 1, 1, "x"),
                                failedTask("dropped", 2, 1, "x"),
                                failedTask("dropped", 3, 1, "x")));

        update();
    }

    @Test
    void doesNotCountFailuresOfTheVersionBefore() throws InterruptedException {
        TaskState one = failedTask("app", 5, 1, "x");
        TaskState two = failedTask("app", 6, 1, "x");
        swarm.shows(List.of(WAS), List.of(OLD, one, two))
                .shows(List.of(WAS), List.of(OLD, one, two, failedTask("app", 7, 1, "x")));

        update();
    }

    @Test
    void tellsAnUpdateThatTheSwarmHasPaused() {
        swarm.logging("app", "the users are not all there")
                .shows(List.of(WAS), List.of(OLD))
                .shows(
                        List.of(updated(
                                Phase.PAUSED, "update paused due to failure or early termination of task app2")),
                        List.of(OLD, failedTask("app", 2, 1, "task: non-zero exit (1)")));

        assertFails(DeployFailure.PAUSED)
                .withMessage("Updating the service 'app': the swarm has paused the update, as its failure_action says,"
                        + " and will not go on by itself (update paused due to failure or early termination of task app2)."
                        + " What failed: task app2 failed with exit code 1: task: non-zero exit (1)"
                        + "\nThe last lines of its log:\n  the users are not all there");
    }

    @Test
    void tellsARollbackAtOnceAlthoughTheOldTaskServesOn() {
        swarm.logging("app")
                .shows(List.of(WAS), List.of(OLD))
                .shows(List.of(updated(Phase.ROLLBACK_STARTED, "rolling back update due to failure")), List.of(OLD));

        assertFails(DeployFailure.ROLLED_BACK)
                .withMessageStartingWith("Updating the service 'app': the swarm has rolled it back")
                .withMessageContaining("what runs now is the version before, however healthy it looks");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void tellsARollbackForTheHealthOfATaskThatThenEndedWell() {
        swarm.logging("app")
                .unhealthy("container-of-app2", new FailedHealthCheck(1, "404"))
                .shows(List.of(WAS), List.of(OLD))
                .shows(
                        List.of(updated(Phase.ROLLBACK_COMPLETED, "rollback completed")),
                        List.of(OLD, task("app", 2, "2", TaskPhase.COMPLETE)));

        assertFails(DeployFailure.ROLLED_BACK)
                .withMessageContaining("(rollback completed). What failed: task app2 complete. It was unhealthy, its"
                        + " health check's last run: exit code 1, 404\n");
    }

    @Test
    void tellsARollbackThatIsOverBeforeItLooks() {
        swarm.logging("app")
                .shows(List.of(WAS), List.of(OLD))
                .shows(List.of(updated(Phase.ROLLBACK_COMPLETED, "rollback completed")), List.of(OLD));

        assertFails(DeployFailure.ROLLED_BACK).withMessageContaining("(rollback completed)");
    }

    private static ServiceState updated(Phase phase, String message) {
        return service("app", "1", "ports", new UpdateState(phase, States.START.plusSeconds(60), message));
    }

    private ThrowableAssertAlternative<DeployFailedException> assertFails(DeployFailure expected) {
        return assertThatExceptionOfType(DeployFailedException.class)
                .isThrownBy(this::update)
                .satisfies(failure -> assertThat(failure.failure()).isEqualTo(expected));
    }

    /** The first state is what was there before the update. */
    private void update() throws InterruptedException {
        Before before = Before.of(swarm, States.STACK);
        var changes = swarm.watch(States.STACK);
        changes.await(Duration.ofSeconds(1));
        new Convergence(swarm, States.plan(stack("app")), before, PrePull.Result.none(), time)
                .await(changes, Duration.ofSeconds(60));
    }
}
