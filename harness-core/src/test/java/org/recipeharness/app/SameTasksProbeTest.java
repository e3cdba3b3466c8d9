package org.recipeharness.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.recipeharness.swarm.States.failedTask;
import static org.recipeharness.swarm.States.plan;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.stack;
import static org.recipeharness.swarm.States.task;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recipeharness.readiness.Budget;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.readiness.Liveness;
import org.recipeharness.readiness.Look;
import org.recipeharness.readiness.NotReadyException;
import org.recipeharness.readiness.Probe;
import org.recipeharness.readiness.Readiness;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;

/** An answer counts only if the same tasks run before and after it. */
class SameTasksProbeTest {

    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final List<ServiceState> SERVICES = List.of(service("app"), service("db"));
    private static final TaskState DB = task("db", 9, TaskPhase.RUNNING);
    private static final TaskState ONE = task("app", 1, TaskPhase.RUNNING);
    private static final TaskState TWO = task("app", 2, TaskPhase.RUNNING);
    private static final TaskState ONE_FAILED = failedTask("app", 1, 137, "killed");

    private final FakeTime time = new FakeTime();
    private final FakeSwarm swarm = new FakeSwarm(time);
    private final DeployedApp app =
            new DeployedApp(swarm, plan(stack("app", "db")), Before.nothing(), Duration.ofSeconds(2));

    @Test
    void countsIfTheTaskRunsBeforeAndAfterIt() throws InterruptedException {
        shows(DB, ONE);
        shows(DB, ONE);

        assertThat(look()).isEqualTo(Look.ready("it answered"));
    }

    @Test
    void doesNotCountIfTheTaskFailedDuringTheLook() throws InterruptedException {
        shows(DB, ONE);
        shows(DB, ONE_FAILED);

        assertThat(look())
                .isEqualTo(Look.notYet("it answered, but this does not count: service 'app' lost its task during the"
                        + " look: task app1 failed with exit code 137: killed"));
    }

    /** As it was measured: docker's forwarder accepted a connection 1.5 s after the only task had failed. */
    @Test
    void doesNotCountIfTheTaskHadFailedBeforeTheLook() throws InterruptedException {
        shows(DB, ONE_FAILED);

        assertThat(look())
                .isEqualTo(Look.notYet("it answered, but this does not count: service 'app' ran no task before the"
                        + " look, its latest: task app1 failed with exit code 137: killed"));
    }

    @Test
    void doesNotCountIfAnotherTaskHasTakenThePlaceOfTheFirstOne() throws InterruptedException {
        shows(DB, ONE);
        shows(DB, ONE_FAILED, TWO);

        assertThat(reason())
                .contains("service 'app' lost its task during the look: task app1 failed")
                .endsWith("; service 'app' got a new task during the look: task app2 running");
    }

    @Test
    void doesNotCountIfTheTaskWasForgottenMeanwhile() throws InterruptedException {
        shows(DB, ONE);
        shows(DB, TWO);

        assertThat(reason()).contains("lost its task during the look: task app1 running before, and gone now;");
    }

    @Test
    void doesNotCountIfAnUpdateEndsTheTaskDuringTheLook() throws InterruptedException {
        shows(DB, ONE);
        shows(DB, replaced(ONE), TWO);

        assertThat(reason()).contains("lost its task during the look: task app1 running, to be shutdown;");
    }

    @Test
    void countsIfAllReplicasRunBeforeAndAfterIt() throws InterruptedException {
        shows(DB, ONE, TWO);
        shows(DB, ONE, TWO);

        assertThat(look()).isEqualTo(Look.ready("it answered"));
    }

    /** Nobody knows which of them has answered. */
    @Test
    void doesNotCountIfOneOfSeveralReplicasFailedDuringTheLook() throws InterruptedException {
        shows(DB, ONE, TWO);
        shows(DB, ONE_FAILED, TWO);

        assertThat(reason()).endsWith("lost its task during the look: task app1 failed with exit code 137: killed");
    }

    @Test
    void doesNotCountForAServiceThatHasEndedAsAJob() throws InterruptedException {
        shows(DB, task("app", 1, TaskPhase.COMPLETE));

        assertThat(reason()).endsWith("ran no task before the look, its latest: task app1 complete");
    }

    @Test
    void countsIfATaskOfAServiceThatIsNotAskedFails() throws InterruptedException {
        shows(DB, ONE);
        shows(failedTask("db", 9, 1, "x"), ONE);

        assertThat(look()).isEqualTo(Look.ready("it answered"));
    }

    @Test
    void keepsTheReasonOfALookThatWasNotAnswered() throws InterruptedException {
        shows(DB, ONE);
        shows(DB, ONE_FAILED);

        assertThat(around(Look.notYet("connection refused")).look(LIMIT)).isEqualTo(Look.notYet("connection refused"));
    }

    @Test
    void isNotReadyAsLongAsTheTasksCanNotBeListed() throws InterruptedException {
        shows(DB, ONE);
        var error = new SwarmException("Listing the tasks: no engine");
        Probe probe = around(Look.ready("it answered"));
        swarm.breaksAtTasks(error);

        assertThat(probe.look(LIMIT))
                .isEqualTo(Look.notYet("the tasks can't be compared: Listing the tasks: no engine", error));
    }

    @Test
    void isDecidedByTheNextAttempt() throws InterruptedException {
        shows(DB, ONE);
        shows(DB, ONE_FAILED, TWO);

        var use = new Readiness(time, time)
                .await(around(Look.ready("it answered")), Budget.parse("3x5s"), Liveness.UNWATCHED);

        assertThat(use.attempts()).isEqualTo(2);
        assertThat(use.seen()).isEqualTo("it answered");
    }

    @Test
    void isInTheMessageOfAWaitThatEndsWithoutAnAnswerThatCounts() {
        shows(DB, ONE_FAILED);

        assertThatThrownBy(() -> new Readiness(time, time)
                        .await(around(Look.ready("it answered")), Budget.parse("2x5s"), Liveness.UNWATCHED))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("Last look: it answered, but this does not count: service 'app' ran no task");
    }

    private void shows(TaskState... tasks) {
        swarm.shows(SERVICES, List.of(tasks));
    }

    private static TaskState replaced(TaskState task) {
        return new TaskState(
                task.id(),
                task.service(),
                task.slot(),
                task.spec(),
                task.phase(),
                TaskPhase.SHUTDOWN,
                task.created(),
                task.since(),
                task.container(),
                task.exit(),
                task.message());
    }

    private Look look() throws InterruptedException {
        return around(Look.ready("it answered")).look(LIMIT);
    }

    private String reason() throws InterruptedException {
        return ((Look.NotYet) look()).reason();
    }

    /** A probe that sees this, while the swarm comes into its next state. */
    private Probe around(Look seen) {
        return SameTasksProbe.around(
                new Probe() {
                    @Override
                    public String name() {
                        return "own";
                    }

                    @Override
                    public Look look(Duration limit) throws InterruptedException {
                        try (var changes = swarm.watch(app.stack().name())) {
                            changes.await(Duration.ZERO);
                        }
                        return seen;
                    }
                },
                app);
    }
}
