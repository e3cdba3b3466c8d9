package org.recipeharness.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.recipeharness.swarm.States.failedTask;
import static org.recipeharness.swarm.States.rejectedTask;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.stack;
import static org.recipeharness.swarm.States.task;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.swarm.FailedHealthCheck;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.PullOutcome;
import org.recipeharness.swarm.PullOutcome.NotPublished;
import org.recipeharness.swarm.PullOutcome.Unreachable;
import org.recipeharness.swarm.States;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;

class ConvergenceFailureTest {

    private static final TaskState RUNNING = task("app", 1, TaskPhase.RUNNING);

    private final FakeTime time = new FakeTime();
    private final FakeSwarm swarm = new FakeSwarm(time);
    private PrePull.Result pulled = PrePull.Result.none();

    @Test
    void endsWithTheThirdFailedTask() {
        TaskState one = failedTask("app", 1, 3, "non-zero exit");
        TaskState two = failedTask("app", 2, 3, "non-zero exit");
        swarm.logging("app", "cannot open /data")
                .shows(List.of(service("app")), List.of(one))
                .shows(List.of(service("app")), List.of(one, two))
                .shows(List.of(service("app")), List.of(one, two, failedTask("app", 3, 3, "non-zero exit")));

        assertFails("app")
                .withMessageStartingWith("Service 'app' of stack demo crash-loops")
                .withMessageContaining("cannot open /data");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void tellsAHealthCheckThatNeverPassesFromACrash() {
        String message = "task: non-zero exit (143): dockerexec: unhealthy container";
        swarm.logging("app", "listening on 8080")
                .shows(
                        List.of(service("app")),
                        List.of(
                                failedTask("app", 1, 143, message),
                                failedTask("app", 2, 143, message),
                                failedTask("app", 3, 143, message)));

        assertFails("app")
                .withMessageStartingWith(
                        "Service 'app' of stack demo never becomes healthy: its health check has ended 3")
                .satisfies(failure -> assertThat(failure.failure()).isEqualTo(DeployFailure.UNHEALTHY));
    }

    @Test
    void endsWithAServiceThatIsNotStartedAgain() {
        swarm.logging("db", "migration 7 failed")
                .shows(
                        List.of(service("app"), service("db")),
                        List.of(RUNNING, failedTask("db", 1, 1, "non-zero exit")));

        assertFails("app", "db")
                .withMessageStartingWith(
                        "Deploying the stack demo: the service 'db' has ended, and its restart policy does"
                                + " not start it again. db 0/1 running, latest: task db1 failed with exit code 1")
                .withMessageEndingWith("migration 7 failed");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void endsWithAMainServiceThatHasComeToAGoodEnd() {
        swarm.logging("app", "usage: app [options]")
                .shows(List.of(service("app")), List.of(task("app", 1, TaskPhase.COMPLETE)));

        assertFails("app").withMessageContaining("the service 'app' has ended");
    }

    @Test
    void saysOfAnUnhealthyTaskThatEndedWellWhatItWasEndedFor() {
        swarm.logging("app", "listening")
                .unhealthy("container-of-app1", new FailedHealthCheck(1, "404 Not Found"))
                .shows(List.of(service("app")), List.of(task("app", 1, TaskPhase.COMPLETE)));

        assertFails("app")
                .withMessage("Deploying the stack demo: the service 'app' has ended, and its restart policy does not"
                        + " start it again. app 0/1 running, latest: task app1 complete. It was unhealthy, its health"
                        + " check's last run: exit code 1, 404 Not Found\nThe last lines of its log:\n  listening")
                .satisfies(failure -> assertThat(failure.failure()).isEqualTo(DeployFailure.UNHEALTHY));
    }

    @Test
    void takesAnUnhealthyTaskBesideTheMainOneForNoWorkDone() {
        swarm.logging("db", "listening")
                .unhealthy("container-of-db1", new FailedHealthCheck(2, ""))
                .shows(List.of(service("app"), service("db")), List.of(RUNNING, task("db", 1, TaskPhase.COMPLETE)));

        assertFails("app", "db")
                .withMessageContaining("the service 'db' has ended")
                .withMessageContaining("It was unhealthy, its health check's last run: exit code 2, no output\n");
    }

    @Test
    void waitsForTheTaskThatFollowsAFailedOne() throws InterruptedException {
        TaskState failed = failedTask("app", 1, 1, "database is starting");
        swarm.shows(List.of(service("app")), List.of(failed))
                .shows(List.of(service("app")), List.of(failed, task("app", 2, TaskPhase.READY)))
                .shows(List.of(service("app")), List.of(failed, task("app", 2, TaskPhase.RUNNING)));

        converge(stack("app"));
    }

    @Test
    void tellsWhatIsMissingWhenTheTimeIsOver() {
        swarm.shows(List.of(service("app")), List.of(task("app", 1, TaskPhase.PENDING)));

        assertFails("app")
                .withMessage(
                        "Deploying the stack demo: not converged after 10 s. app 0/1 running, latest: task app1 pending."
                                + " If it only needs longer: -Dharness.deploy-timeout=<seconds>s");
        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(12));
    }

    @Test
    void endsWithTheFirstTaskWhoseImageIsNotPublished() {
        pulled = pulled("example/app:1", new NotPublished("manifest unknown"));
        swarm.shows(List.of(service("app")), List.of(rejectedTask("app", 1, "No such image: example/app:1")));

        assertFails("app")
                .withMessageStartingWith(
                        "Deploying the stack demo: the image example/app:1 of service 'app' can't be had")
                .withMessageEndingWith("\nPulled before the deploy: not published: manifest unknown")
                .satisfies(failure -> assertThat(failure.failure()).isEqualTo(DeployFailure.IMAGE_UNAVAILABLE));
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void doesNotCallAMissingImageACrashLoop() {
        pulled = pulled("example/app:1", new Unreachable("connection refused"));
        swarm.shows(
                List.of(service("app")),
                List.of(
                        rejectedTask("app", 1, "No such image: example/app:1"),
                        rejectedTask("app", 2, "No such image: example/app:1"),
                        rejectedTask("app", 3, "No such image: example/app:1")));

        assertFails("app")
                .withMessageContaining("The registry could not be asked, so this says nothing about the recipe")
                .satisfies(failure -> assertThat(failure.failure()).isEqualTo(DeployFailure.REGISTRY_UNREACHABLE));
    }

    @Test
    void tellsThatAServiceWhichIsNotStartedAgainHadNoImage() {
        pulled = pulled("example/app:1", new Unreachable("connection refused"));
        swarm.shows(List.of(service("app")), List.of(rejectedTask("app", 1, "No such image: example/app:1")));

        assertFails("app")
                .satisfies(failure -> assertThat(failure.failure()).isEqualTo(DeployFailure.REGISTRY_UNREACHABLE));
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void convergesOnAnImageOfTheNodeThatNobodyPublishesAnyMore() throws InterruptedException {
        pulled = pulled("example/app:1", new NotPublished("manifest unknown"));
        swarm.shows(List.of(service("app")), List.of(RUNNING));

        converge(stack("app"));
    }

    private static PrePull.Result pulled(String image, PullOutcome outcome) {
        return new PrePull.Result(List.of(new ImageUse(image, outcome, Duration.ZERO)));
    }

    private ThrowableAssertAlternative<DeployFailedException> assertFails(String... services) {
        return assertThatExceptionOfType(DeployFailedException.class).isThrownBy(() -> converge(stack(services)));
    }

    private void converge(RenderedStack stack) throws InterruptedException {
        new Convergence(swarm, States.plan(stack), Before.nothing(), pulled, time)
                .await(swarm.watch(States.STACK), Duration.ofSeconds(10));
    }
}
