package org.recipeharness.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.recipeharness.swarm.States.pendingTask;
import static org.recipeharness.swarm.States.publishing;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.task;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.TagKind;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.Variables;
import org.recipeharness.fault.Fault;
import org.recipeharness.fault.Party;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackRendering;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.States;
import org.recipeharness.swarm.TaskPhase;

/** A task that no node can take ends the wait as soon as that is certain, not at the deploy's limit. */
class PlacementConvergenceTest {

    private static final String CONSTRAINT = "no suitable node (scheduling constraints not satisfied on 1 node)";
    private static final String PORT = "no suitable node (host-mode port already in use on 1 node)";
    private static final List<ServiceState> APP = List.of(service("app"));

    private final FakeTime time = new FakeTime();
    private final FakeSwarm swarm = new FakeSwarm(time);

    @Test
    void nameTheConstraintsOfTheRecipe() {
        swarm.shows(APP, List.of(pendingTask("app", 1, CONSTRAINT)));

        assertFails(DeployFailure.UNPLACEABLE, Party.RECIPE, "")
                .withMessage("No node meets the placement constraints of the recipe: 'node.labels.disk == fast'"
                        + " (compose.yml:7), so the swarm can't place the service 'app' of stack demo: a task has been"
                        + " pending for 15 s. Correct the constraint, or give a node of this swarm what it asks for"
                        + " (docker node update --label-add; 'docker node inspect' shows what a node has). The task: task"
                        + " app1 pending: " + CONSTRAINT);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(15));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "insufficient resources on 2 nodes; 1 node not available for new tasks | UNPLACEABLE | RECIPE |"
                        + " No node has as much left as the recipe reserves: 'memory: 900G' (compose.yml:10)",
                "unsupported platform on 1 node | UNPLACEABLE | RECIPE | The image example/app:1 is not published",
                "missing plugin on 1 node | UNPLACEABLE | RECIPE | No node has a plugin",
                "cannot fulfill requested CSI volume mounts on 1 node | UNPLACEABLE | RECIPE | No node has a cluster volume",
                "max replicas per node limit exceed | UNPLACEABLE | RECIPE | The nodes may not have more replicas:"
                        + " 'max_replicas_per_node: 1' (compose.yml:8)",
                "host-mode port already in use on 1 node | PORT_HELD | EXTERNAL | A port that the service publishes is held",
                "1 node not available for new tasks | NODE_FAULT | EXTERNAL | Each node that could take the service is down"
            })
    void nameEachOtherReason(String words, DeployFailure failure, Party party, String message) {
        swarm.shows(APP, List.of(pendingTask("app", 1, "no suitable node (" + words + ")")));

        assertFails(failure, party, "").withMessageStartingWith(message);
    }

    @Test
    void areTheRecipesIfItsOwnServicesHoldThePort() {
        swarm.shows(
                List.of(publishing("app", 8080), publishing("web", 8080)),
                List.of(pendingTask("app", 1, PORT), task("web", 1, TaskPhase.RUNNING)));

        assertFails(DeployFailure.UNPLACEABLE, Party.RECIPE, "  web:\n    image: example/web:1\n");
    }

    /** As while a node restarts its engine. */
    @Test
    void areNoFailureIfANodeComesBack() throws InterruptedException {
        swarm.shows(APP, List.of(pendingTask("app", 1, CONSTRAINT)));
        for (int second = 0; second < 14; second++) {
            swarm.shows(APP, List.of(pendingTask("app", 1, CONSTRAINT)));
        }
        swarm.shows(APP, List.of(task("app", 1, TaskPhase.RUNNING)));

        converge("");
    }

    @Test
    void areNoFailureWhileTheReasonChanges() throws InterruptedException {
        for (int second = 0; second < 20; second++) {
            swarm.shows(APP, List.of(pendingTask("app", 1, second % 10 < 5 ? CONSTRAINT : PORT)));
        }
        swarm.shows(APP, List.of(task("app", 1, TaskPhase.RUNNING)));

        converge("");
    }

    private ThrowableAssertAlternative<DeployFailedException> assertFails(
            DeployFailure expected, Party party, String others) {
        return assertThatExceptionOfType(DeployFailedException.class)
                .isThrownBy(() -> converge(others))
                .satisfies(failure -> {
                    assertThat(failure.failure()).isEqualTo(expected);
                    assertThat(Fault.of(failure).party()).contains(party);
                    assertThat(failure).hasMessageNotContaining("deploy-timeout");
                });
    }

    private void converge(String others) throws InterruptedException {
        new Convergence(swarm, States.plan(stack(others)), Before.nothing(), PrePull.Result.none(), time)
                .await(swarm.watch(States.STACK), Duration.ofSeconds(60));
    }

    private static RenderedStack stack(String others) {
        var checkout = new Checkout(new RecipeName("demo"), Path.of("demo"), "main", "0123", false, TagKind.NONE);
        return new StackRendering(States.STACK, "run-1", checkout, true)
                .render(ComposeDocument.read("compose.yml", """
                        services:
                          app:
                            image: example/app:1
                            deploy:
                              placement:
                                constraints:
                                  - node.labels.disk == fast
                                max_replicas_per_node: 1
                              resources:
                                reservations: {memory: 900G}
                        """ + others, Variables.none()));
    }
}
