package org.recipeharness.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recipeharness.swarm.States.failedTask;
import static org.recipeharness.swarm.States.rejectedTask;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.task;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.recipeharness.swarm.PullOutcome;
import org.recipeharness.swarm.PullOutcome.Fetched;
import org.recipeharness.swarm.PullOutcome.NotPublished;
import org.recipeharness.swarm.PullOutcome.Unreachable;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.States;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;
import org.recipeharness.swarm.UpdateState;

class ImageSupplyTest {

    private static final String REJECTION = "No such image: example/db:1";
    private static final String FOUND =
            "Deploying the stack demo: the image example/db:1 of service 'db' can't be had: "
                    + "No such image: example/db:1. ";
    private static final NotPublished WITHDRAWN = new NotPublished("manifest unknown");
    private static final Unreachable UNASKED = new Unreachable("connection refused");

    private static final List<ServiceState> SERVICES = List.of(service("app"), service("db"));
    private static final TaskState APP = task("app", 1, TaskPhase.RUNNING);
    private static final TaskState ONE = rejectedTask("db", 1, REJECTION);
    private static final TaskState TWO = rejectedTask("db", 2, REJECTION);
    private static final TaskState THREE = rejectedTask("db", 3, REJECTION);

    @Test
    void isSettledAtOnceWhenTheRegistryHasNoSuchImage() {
        assertThat(failure(pulled(WITHDRAWN), APP, ONE)).hasValueSatisfying(failure -> {
            assertThat(failure.failure()).isEqualTo(DeployFailure.IMAGE_UNAVAILABLE);
            assertThat(failure)
                    .hasMessage(FOUND + "The registry says so too; is the name right, was the image withdrawn?"
                            + "\nPulled before the deploy: not published: manifest unknown");
        });
    }

    @Test
    void waitsForTheThirdAttemptWhenTheRegistryCouldNotBeAsked() {
        assertThat(failure(pulled(UNASKED), APP, ONE, TWO)).isEmpty();
        assertThat(failure(pulled(UNASKED), APP, ONE, TWO, THREE)).hasValueSatisfying(failure -> {
            assertThat(failure.failure()).isEqualTo(DeployFailure.REGISTRY_UNREACHABLE);
            assertThat(failure)
                    .hasMessage(FOUND + "The registry could not be asked, so this says nothing about the recipe"
                            + "\nPulled before the deploy: the registry could not be asked: connection refused");
        });
    }

    @Test
    void waitsForTheThirdAttemptWhenNobodyAskedTheRegistry() {
        assertThat(failure(PrePull.Result.none(), APP, ONE, TWO)).isEmpty();
        assertThat(failure(PrePull.Result.none(), APP, ONE, TWO, THREE)).hasValueSatisfying(failure -> {
            assertThat(failure.failure()).isEqualTo(DeployFailure.IMAGE_UNAVAILABLE);
            assertThat(failure)
                    .hasMessage(FOUND + "Whether it is published is not known"
                            + "\nIt was not pulled before the deploy (harness.pull)");
        });
    }

    @Test
    void goesOnCountingWhenTheNodeHadTheImage() {
        assertThat(failure(pulled(new Fetched(Optional.empty())), APP, ONE, TWO))
                .isEmpty();
    }

    @Test
    void doesNotWaitForAttemptsThatAGivenUpUpdateDoesNotMake() {
        var services = List.of(service("app"), service("db", UpdateState.Phase.PAUSED, "update paused"));

        assertThat(supply(Before.nothing(), pulled(UNASKED)).failure(services, List.of(APP, ONE)))
                .hasValueSatisfying(
                        failure -> assertThat(failure.failure()).isEqualTo(DeployFailure.REGISTRY_UNREACHABLE));
    }

    @Test
    void saysNothingOfAWithdrawnImageThatIsNotMissed() {
        assertThat(failure(pulled(WITHDRAWN), APP, task("db", 1, TaskPhase.RUNNING)))
                .isEmpty();
        assertThat(failure(pulled(WITHDRAWN), APP, rejectedTask("db", 1, "invalid mount config for type \"bind\"")))
                .isEmpty();
    }

    @Test
    void leavesToOthersWhatIsWrongOnceTheImageIsThere() {
        assertThat(failure(pulled(WITHDRAWN), APP, ONE, failedTask("db", 2, 1, "task: non-zero exit (1)")))
                .isEmpty();
    }

    @Test
    void doesNotCountTasksFromBeforeTheDeploy() {
        var before = new Before(Map.of(), Set.of("db1", "db2", "db3"), Instant.EPOCH);

        assertThat(supply(before, pulled(WITHDRAWN)).failure(SERVICES, List.of(APP, ONE, TWO, THREE)))
                .isEmpty();
    }

    private static Optional<DeployFailedException> failure(PrePull.Result pulled, TaskState... tasks) {
        return supply(Before.nothing(), pulled).failure(SERVICES, List.of(tasks));
    }

    private static ImageSupply supply(Before before, PrePull.Result pulled) {
        return new ImageSupply(States.stack("app", "db"), before, pulled);
    }

    private static PrePull.Result pulled(PullOutcome outcome) {
        return new PrePull.Result(List.of(new ImageUse("example/db:1", outcome, Duration.ZERO)));
    }
}
