package org.recipeharness.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.recipeharness.swarm.States.failedTask;
import static org.recipeharness.swarm.States.publishing;
import static org.recipeharness.swarm.States.rejectedTask;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.stack;
import static org.recipeharness.swarm.States.task;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.recipeharness.fault.Fault;
import org.recipeharness.fault.Party;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.swarm.AddressPool;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.States;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;
import org.recipeharness.swarm.UpdateState;

/** Tasks that a node does not start for a reason of its own: the swarm's next attempts decide. */
class NodeFaultConvergenceTest {

    private static final String SUBNET = "invalid pool request: Pool overlaps with other one on this address space";
    private static final String PORT = "starting container failed: driver failed programming external connectivity on"
            + " endpoint demo_app.1 (1f): Error starting userland proxy: listen tcp4 0.0.0.0:8080: bind: address already in use";
    private static final String NO_ADDRESS = "node is missing network attachments, ip addresses may be exhausted";
    private static final String MOUNT =
            "invalid mount config for type \"bind\": bind source path does not exist: /srv/app";

    private static final List<ServiceState> APP = List.of(service("app"));
    private static final List<TaskState> SUBNET_HELD =
            List.of(rejectedTask("app", 1, SUBNET), rejectedTask("app", 2, SUBNET), rejectedTask("app", 3, SUBNET));

    private final FakeTime time = new FakeTime();
    private final FakeSwarm swarm = new FakeSwarm(time);

    @Test
    void areNoFailureIfALaterOneRuns() throws InterruptedException {
        swarm.shows(APP, SUBNET_HELD).shows(APP, and(SUBNET_HELD, task("app", 4, TaskPhase.RUNNING)));

        converge(stack("app"));

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    /** Such as one whose health check takes its time: the swarm shows it as starting until that has passed. */
    @Test
    void areNoFailureWhileALaterOneIsStarting() throws InterruptedException {
        swarm.shows(APP, SUBNET_HELD);
        for (int second = 0; second < 40; second++) {
            swarm.shows(APP, and(SUBNET_HELD, task("app", 4, TaskPhase.STARTING)));
        }
        swarm.shows(APP, and(SUBNET_HELD, task("app", 4, TaskPhase.RUNNING)));

        converge(stack("app"));
    }

    @Test
    void areAFailureFromOutsideIfTheyGoOnForHalfAMinute() {
        swarm.pooling(new AddressPool("demo_default", "demo", List.of("10.0.2.0/24"), 0))
                .shows(APP, and(SUBNET_HELD, task("app", 4, TaskPhase.READY)));

        assertFails(DeployFailure.NODE_FAULT, stack("app"))
                .withMessage("The node still holds the subnet of a network that was removed (the service's networks:"
                        + " 'demo_default' (10.0.2.0/24, 253 addresses, 0 in use by services and running tasks)), so the"
                        + " swarm can't start the service 'app' of stack demo: 3 tasks were not started within 30 s. The"
                        + " engine's log on the node names the network; 'docker network ls' on it lists those that are"
                        + " left. The latest task: task app3 rejected: " + SUBNET);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void nameThePortThatAnotherProgramHolds() {
        swarm.shows(APP, and(failed(PORT), task("app", 4, TaskPhase.READY)));

        assertFails(DeployFailure.PORT_HELD, stack("app"))
                .withMessageStartingWith(
                        "Port 8080 of the node is held by a program or container outside of the stack, so"
                                + " the swarm can't start the service 'app' of stack demo: 3 tasks were not started within 30 s. On"
                                + " the node, 'ss -lntup'")
                .withMessageEndingWith("The latest task: task app3 failed with exit code 128: " + PORT);
    }

    @Test
    void areACrashLoopIfTheStackItselfHoldsThePort() {
        swarm.logging("app").shows(List.of(publishing("app", 8080), publishing("web", 8080)), failed(PORT));

        assertFails(stack("app", "web")).withMessageStartingWith("Service 'app' of stack demo crash-loops");
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void doNotHideATaskThatIsWrongItself() {
        swarm.logging("app")
                .shows(
                        APP,
                        List.of(
                                rejectedTask("app", 1, MOUNT),
                                rejectedTask("app", 2, MOUNT),
                                rejectedTask("app", 3, MOUNT)));

        assertFails(stack("app"))
                .withMessageStartingWith("Service 'app' of stack demo can't be started: 3 of its tasks");
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void areNotCountedAmongTheFailuresOfACrashLoop() {
        TaskState one = rejectedTask("app", 1, SUBNET);
        TaskState two = failedTask("app", 2, 1, "task: non-zero exit (1)");
        TaskState three = failedTask("app", 3, 1, "task: non-zero exit (1)");
        swarm.logging("app")
                .shows(APP, List.of(one, two, three))
                .shows(APP, List.of(one, two, three, failedTask("app", 4, 1, "task: non-zero exit (1)")));

        assertFails(stack("app")).withMessageStartingWith("Service 'app' of stack demo crash-loops: 3 of its tasks");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void areTheReasonIfTheDeploysLimitEndsTheAttempts() {
        for (int second = 0; second < 60; second++) {
            swarm.shows(APP, List.of(task("app", 9, TaskPhase.PENDING)));
        }
        swarm.shows(APP, List.of(rejectedTask("app", 1, SUBNET)))
                .shows(APP, List.of(rejectedTask("app", 1, SUBNET), task("app", 2, TaskPhase.PENDING)));

        assertFails(DeployFailure.NODE_FAULT, stack("app"))
                .withMessageContaining("1 task was not started, until the deploy's limit");
    }

    @Test
    void areTheReasonIfManyAttemptsHaveUsedUpTheTimeOfTheNextOne() {
        swarm.shows(APP, and(SUBNET_HELD, task("app", 4, TaskPhase.STARTING)));

        assertFails(DeployFailure.NODE_FAULT, stack("app"))
                .withMessageContaining("3 tasks were not started, until the deploy's limit");
    }

    @Test
    void areNotTheReasonIfALaterTaskIsOnlySlow() {
        swarm.shows(APP, List.of(rejectedTask("app", 1, SUBNET), task("app", 2, TaskPhase.STARTING)));

        assertFails(stack("app")).withMessageContaining("not converged after 60 s");
    }

    @Test
    void areTheReasonIfTheSwarmDoesNotTryAgain() {
        swarm.shows(APP, List.of(failedTask("app", 1, 128, PORT)));

        assertFails(DeployFailure.PORT_HELD, stack("app"))
                .withMessageContaining("1 task was not started, and the swarm does not try again");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void areTheReasonForAnUpdateThatTheSwarmHasGivenUp() {
        swarm.shows(
                List.of(service("app", UpdateState.Phase.PAUSED, "update paused due to failure")),
                List.of(rejectedTask("app", 1, SUBNET)));

        assertFails(DeployFailure.NODE_FAULT, stack("app"))
                .withMessageStartingWith("The node still holds the subnet of a network that was removed");
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void nameTheNetworkIfTheNodeGetsNoAddress() {
        swarm.pooling(
                        new AddressPool("demo_default", "demo", List.of("10.0.2.0/24"), 1),
                        new AddressPool("proxy", "", List.of("10.0.1.0/28"), 1))
                .shows(
                        APP,
                        List.of(
                                rejectedTask("app", 1, NO_ADDRESS),
                                rejectedTask("app", 2, NO_ADDRESS),
                                rejectedTask("app", 3, NO_ADDRESS),
                                task("app", 4, TaskPhase.PREPARING)));

        assertFails(DeployFailure.ADDRESSES_SPENT, stack("app"))
                .withMessageStartingWith(
                        "No address is free on the network 'proxy' (10.0.1.0/28, 13 addresses, 1 in use by"
                                + " services and running tasks), so the swarm can't start the service 'app'");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(10));
    }

    private static List<TaskState> failed(String message) {
        return List.of(
                failedTask("app", 1, 128, message),
                failedTask("app", 2, 128, message),
                failedTask("app", 3, 128, message));
    }

    private static List<TaskState> and(List<TaskState> earlier, TaskState later) {
        return Stream.concat(earlier.stream(), Stream.of(later)).toList();
    }

    private ThrowableAssertAlternative<DeployFailedException> assertFails(DeployFailure expected, RenderedStack stack) {
        return assertFailure(stack).satisfies(failure -> {
            assertThat(failure.failure()).isEqualTo(expected);
            assertThat(Fault.of(failure).isExternal()).isTrue();
            assertThat(Fault.of(failure).party()).contains(Party.EXTERNAL);
        });
    }

    /** What the recipe has to answer for. */
    private ThrowableAssertAlternative<DeployFailedException> assertFails(RenderedStack stack) {
        return assertFailure(stack).satisfies(failure -> {
            assertThat(Fault.of(failure).isExternal()).isFalse();
            assertThat(Fault.of(failure).party()).contains(Party.RECIPE);
        });
    }

    private ThrowableAssertAlternative<DeployFailedException> assertFailure(RenderedStack stack) {
        return assertThatExceptionOfType(DeployFailedException.class).isThrownBy(() -> converge(stack));
    }

    private void converge(RenderedStack stack) throws InterruptedException {
        new Convergence(swarm, States.plan(stack), Before.nothing(), PrePull.Result.none(), time)
                .await(swarm.watch(States.STACK), Duration.ofSeconds(60));
    }
}
