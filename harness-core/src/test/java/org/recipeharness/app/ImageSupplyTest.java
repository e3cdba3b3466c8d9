package org.recipeharness.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recipeharness.swarm.States.failedTask;
import static org.recipeharness.swarm.States.rejectedTask;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.task;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recipeharness.swarm.PullOutcome;
import org.recipeharness.swarm.PullOutcome.Fetched;
import org.recipeharness.swarm.PullOutcome.NotPublished;
import org.recipeharness.swarm.PullOutcome.Unreachable;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.States;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;

class ImageSupplyTest {

    private static final String REJECTION = "No such image: example/db:1";
    private static final List<ServiceState> SERVICES = List.of(service("app"), service("db"));
    private static final TaskState APP = task("app", 1, TaskPhase.RUNNING);
    private static final TaskState ONE = rejectedTask("db", 1, REJECTION);
    private static final TaskState TWO = rejectedTask("db", 2, REJECTION);
    private static final TaskState THREE = rejectedTask("db", 3, REJECTION);

    @Test
    void isSettledAtOnceWhenTheRegistryHasNoSuchImage() {
        assertThat(verdict(new NotPublished("manifest for example/db:1 not found: manifest unknown"), APP, ONE))
                .contains(
                        "Deploying the stack demo: the image example/db:1 of service 'db' can't be had: "
                                + "No such image: example/db:1. The registry says so too; is the name right, and was the image"
                                + " withdrawn?"
                                + "\nPulled before the deploy: not published: manifest for example/db:1 not found: manifest unknown");
    }

    @Test
    void waitsForTheThirdAttemptWhenTheRegistryCouldNotBeAsked() {
        var refused = new Unreachable("connection refused");

        assertThat(verdict(refused, APP, ONE, TWO)).isEmpty();
        assertThat(verdict(refused, APP, ONE, TWO, THREE))
                .contains("Deploying the stack demo: the image example/db:1 of service 'db' can't be had: "
                        + "No such image: example/db:1. The registry could not be asked, which says nothing about the"
                        + " recipe\nPulled before the deploy: the registry could not be asked: connection refused");
    }

    @Test
    void waitsForTheThirdAttemptWhenNobodyAskedTheRegistry() {
        var supply = new ImageSupply(States.stack("app", "db"), PrePull.Result.none());

        assertThat(supply.missing(SERVICES, List.of(ONE, TWO))).isEmpty();
        assertThat(supply.missing(SERVICES, List.of(ONE, TWO, THREE)).map(MissingImage::verdict))
                .hasValueSatisfying(verdict -> assertThat(verdict)
                        .endsWith("Whether it is published is not known"
                                + "\nIt was not pulled before the deploy (harness.pull)"));
    }

    @Test
    void saysNothingOfAWithdrawnImageThatIsNotMissed() {
        var withdrawn = new NotPublished("manifest unknown");

        assertThat(verdict(withdrawn, APP, task("db", 1, TaskPhase.RUNNING))).isEmpty();
        assertThat(verdict(withdrawn, APP, failedTask("db", 1, 1, "task: non-zero exit (1)")))
                .isEmpty();
        assertThat(verdict(withdrawn, APP, rejectedTask("db", 1, "invalid mount config for type \"bind\"")))
                .isEmpty();
    }

    @Test
    void goesOnCountingWhenTheNodeHadTheImage() {
        assertThat(verdict(new Fetched(Optional.empty()), APP, ONE, TWO)).isEmpty();
    }

    private static Optional<String> verdict(PullOutcome pulled, TaskState... tasks) {
        var result = new PrePull.Result(List.of(new ImageUse("example/db:1", pulled, Duration.ZERO)));
        return new ImageSupply(States.stack("app", "db"), result)
                .missing(SERVICES, List.of(tasks))
                .map(MissingImage::verdict);
    }
}
