package org.recipeharness.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.stack;
import static org.recipeharness.swarm.States.task;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.States;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;
import org.recipeharness.swarm.UpdateState.Phase;

class ConvergenceTest {

    private static final RenderedStack STACK = stack("app", "db");
    private static final List<ServiceState> SERVICES = List.of(service("app"), service("db"));
    private static final TaskState DB = task("db", 1, TaskPhase.RUNNING);
    private static final TaskState APP = task("app", 1, TaskPhase.RUNNING);

    private final FakeTime time = new FakeTime();
    private final FakeSwarm swarm = new FakeSwarm(time);

    @Test
    void isReachedWhenTheSameTasksRunASecondLater() throws InterruptedException {
        swarm.shows(SERVICES, List.of(APP, DB));

        await(STACK);

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void waitsForServicesThatAreNotThereYet() throws InterruptedException {
        swarm.shows(List.of(), List.of())
                .shows(List.of(service("app")), List.of(APP))
                .shows(SERVICES, List.of(APP, DB));

        await(STACK);

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void waitsForTasksThatAreStillStarting() throws InterruptedException {
        swarm.shows(SERVICES, List.of(task("app", 1, TaskPhase.STARTING), DB)).shows(SERVICES, List.of(APP, DB));

        await(STACK);

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void isNotFooledByATaskThatFlickers() throws InterruptedException {
        swarm.shows(SERVICES, List.of(APP, DB))
                .shows(SERVICES, List.of(task("app", 2, TaskPhase.RUNNING), DB))
                .shows(SERVICES, List.of(task("app", 3, TaskPhase.RUNNING), DB));

        await(STACK);

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void isNotReachedWhileAnUpdateGoesOn() throws InterruptedException {
        swarm.shows(List.of(service("app", Phase.UPDATING, "update in progress")), List.of(APP))
                .shows(List.of(service("app", Phase.UPDATING, "update in progress")), List.of(APP))
                .shows(List.of(service("app", Phase.COMPLETED, "update completed")), List.of(APP));

        await(stack("app"));

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void countsAServiceBesideTheMainOneThatHasDoneItsWork() throws InterruptedException {
        swarm.shows(SERVICES, List.of(APP, task("db", 1, TaskPhase.COMPLETE)));

        await(STACK);

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void waitsForAMainServiceThatEndedToRunAgain() throws InterruptedException {
        TaskState ended = task("app", 1, TaskPhase.COMPLETE);
        swarm.shows(SERVICES, List.of(DB, ended))
                .shows(SERVICES, List.of(DB, ended))
                .shows(SERVICES, List.of(DB, ended, task("app", 2, TaskPhase.RUNNING)));

        await(STACK);

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void isNotFooledByAServiceThatEndsAgainAndAgain() throws InterruptedException {
        TaskState first = task("db", 1, TaskPhase.COMPLETE);
        swarm.shows(SERVICES, List.of(APP, first))
                .shows(SERVICES, List.of(APP, first, task("db", 2, TaskPhase.COMPLETE)));

        await(STACK);

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    private void await(RenderedStack stack) throws InterruptedException {
        new Convergence(swarm, States.plan(stack), Before.nothing(), PrePull.Result.none(), time)
                .await(swarm.watch(States.STACK), Duration.ofSeconds(60));
    }
}
