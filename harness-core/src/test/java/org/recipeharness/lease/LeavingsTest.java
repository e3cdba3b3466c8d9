package org.recipeharness.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.Labelled;
import org.recipeharness.swarm.Leftovers;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.States;
import org.recipeharness.swarm.TaskPhase;

class LeavingsTest {

    private static final String KILLED = "run-1";
    private static final Holding HOLDING =
            new Holding(1, Duration.ofMinutes(30), Set.of("warm-keycloak_lab_test"), Duration.ofSeconds(5));

    private final FakeTime time = new FakeTime();
    private final FakeSwarm swarm = new FakeSwarm(time);
    private final Leavings leavings =
            new Leavings(swarm, HOLDING, () -> time.elapsed().toNanos(), time);

    private static Labelled thing(String kind, String name, String run, String... more) {
        var labels = new TreeMap<>(Map.of(RunLabels.RUN, run));
        for (int i = 0; i < more.length; i += 2) {
            labels.put(more[i], more[i + 1]);
        }
        return new Labelled(kind, name, name, labels);
    }

    @Test
    void ofAKilledRunAreRemovedWhateverTheirKindAndStack() throws Exception {
        swarm.carrying(
                thing("service", "a_app", KILLED, ServiceState.STACK_LABEL, "a"),
                thing("service", "z-n_neighbour", KILLED, ServiceState.STACK_LABEL, "z-n"),
                thing("volume", "recipe-harness-restic-" + KILLED, KILLED),
                thing("container", "0815", KILLED));

        assertThat(leavings.remove(Set.of(KILLED))).containsExactly(KILLED);
        assertThat(swarm.labelled(RunLabels.RUN)).isEmpty();
    }

    @Test
    void ofOthersAreLeftAlone() throws Exception {
        Labelled others = thing("service", "a_app", "run-2", ServiceState.STACK_LABEL, "a");
        swarm.carrying(others);

        assertThat(leavings.remove(Set.of(KILLED))).containsExactly(KILLED);
        leavings.tellOthers(Set.of());

        assertThat(swarm.labelled(RunLabels.RUN)).containsExactly(others);
    }

    @Test
    void ofACanonicalAreLeftAlone() throws Exception {
        Labelled canonical = thing("volume", "warm-gitea_lab_test_data", KILLED, RunLabels.CANONICAL, "gitea");
        swarm.carrying(canonical);

        assertThat(leavings.remove(Set.of(KILLED))).containsExactly(KILLED);

        assertThat(swarm.labelled(RunLabels.RUN)).containsExactly(canonical);
    }

    @Test
    void ofALiveWarmProviderAreLeftAlone() throws Exception {
        Labelled service = thing(
                "service", "warm-keycloak_lab_test_app", KILLED, ServiceState.STACK_LABEL, "warm-keycloak_lab_test");
        Labelled volume = thing("volume", "warm-keycloak_lab_test_data", KILLED);
        swarm.carrying(service, volume);

        assertThat(leavings.remove(Set.of(KILLED))).containsExactly(KILLED);

        assertThat(swarm.labelled(RunLabels.RUN)).containsExactly(service, volume);
    }

    @Test
    void thatDoNotGoAreTriedAgainByTheNextOne() throws Exception {
        swarm.carrying(thing("volume", "a_data", KILLED)).refuses("volume is in use");

        assertThat(leavings.remove(Set.of(KILLED))).isEmpty();
        assertThat(time.elapsed()).isGreaterThan(HOLDING.removeLimit());
    }

    @Test
    void includeNetworksThatAreRemovedOnceSwarmHasForgottenTheirTasks() throws Exception {
        swarm.carrying(
                thing("network", "a_inside", KILLED, ServiceState.STACK_LABEL, "a"),
                thing("service", "a_app", KILLED, ServiceState.STACK_LABEL, "a"));
        swarm.shows(List.of(), List.of(States.task("app", 1, TaskPhase.SHUTDOWN)));

        assertThat(leavings.remove(Set.of(KILLED))).isEmpty();
        assertThat(swarm.operations()).containsExactly("remove service a_app");

        swarm.shows(List.of(), List.of());
        swarm.watch(States.STACK).await(Duration.ZERO);

        assertThat(leavings.remove(Set.of(KILLED))).containsExactly(KILLED);
        assertThat(swarm.operations()).containsExactly("remove service a_app", "remove network a_inside");
    }

    @Test
    void areGoneOnlyWhenTheContainersOfTheirStackAre() throws Exception {
        swarm.carrying(thing("service", "a_app", KILLED, ServiceState.STACK_LABEL, "a"));
        var stopping = new Leftovers(Map.of("container", List.of("0815")));
        swarm.leaves(stopping, stopping, stopping, new Leftovers(Map.of()));

        assertThat(leavings.remove(Set.of(KILLED))).containsExactly(KILLED);
        assertThat(time.elapsed()).isGreaterThan(Duration.ofMillis(400));
    }
}
