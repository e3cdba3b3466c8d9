package org.recipeharness.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.Leftovers;
import org.recipeharness.swarm.States;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;

class UndeployTest {

    private static final Leftovers NOTHING = new Leftovers(Map.of());
    private static final Leftovers CONTAINER =
            new Leftovers(Map.of("container", List.of("3f2a"), "volume", List.of("demo_data")));
    private static final Leftovers VOLUME = new Leftovers(Map.of("volume", List.of("demo_data")));

    private final FakeSwarm swarm = new FakeSwarm(new FakeTime());

    private static final String[] ROUND = {
        "remove demo", "remove containers of demo", "remove networks of demo", "remove volumes of demo"
    };

    @Test
    void isDoneAtOnceWhereNothingIsThere() throws InterruptedException {
        remove(Duration.ofMinutes(2));

        assertThat(swarm.operations()).containsExactly(ROUND);
    }

    @Test
    void asksAgainUntilNothingIsLeftAndForVolumesOnceNoContainerIsLeft() throws InterruptedException {
        swarm.leaves(CONTAINER, CONTAINER, VOLUME, NOTHING);

        remove(Duration.ofMinutes(2));

        assertThat(swarm.operations())
                .startsWith("remove demo", "remove containers of demo", "remove networks of demo", "remove demo")
                .endsWith(ROUND)
                .containsOnlyOnce("remove volumes of demo");
    }

    @Test
    void leavesTheVolumesOfAStackThatIsShelved() throws InterruptedException {
        swarm.leaves(CONTAINER, CONTAINER, VOLUME);

        new Undeploy(swarm).shelve(States.stack("demo").name(), Duration.ofMinutes(2));

        assertThat(swarm.operations())
                .doesNotContain("remove volumes of demo", "remove containers of demo")
                .filteredOn("remove demo"::equals)
                .hasSize(3);
    }

    @Test
    void requestsTheRemovalOfNetworksOnlyOnceSwarmHasForgottenAllTasks() throws InterruptedException {
        List<TaskState> ending = List.of(States.task("app", 1, TaskPhase.SHUTDOWN));
        swarm.shows(List.of(), ending).shows(List.of(), ending).shows(List.of(), List.of());
        swarm.leaves(VOLUME, NOTHING);

        remove(Duration.ofMinutes(2));

        assertThat(swarm.operations())
                .containsExactly(
                        "remove demo",
                        "remove containers of demo",
                        "remove demo",
                        "remove containers of demo",
                        "remove demo",
                        "remove containers of demo",
                        "remove networks of demo",
                        "remove volumes of demo");
    }

    @Test
    void removesAnOrphanNetworkThatTheEngineRefusedAtFirst() throws InterruptedException {
        var orphan = new Leftovers(Map.of("network", List.of("demo_internal")));
        swarm.refuses("network 3f2a: has active endpoints").leaves(orphan, orphan, NOTHING);

        remove(Duration.ofMinutes(2));

        assertThat(swarm.operations()).startsWith(ROUND).endsWith(ROUND).hasSize(2 * ROUND.length);
    }

    @Test
    void tellsWhatIsLeftAndWhyWhenTheTimeIsOver() {
        swarm.refuses("network 3f2a: has active endpoints")
                .leaves(new Leftovers(Map.of("network", List.of("demo_internal"))));

        assertThatExceptionOfType(SwarmException.class)
                .isThrownBy(() -> remove(Duration.ZERO))
                .withMessage("Removing the stack demo: after 0 s there is still network demo_internal."
                        + " The engine's reasons: [network 3f2a: has active endpoints]."
                        + " Remove it by hand: docker service rm $(docker stack services -q demo), then, once 'docker stack"
                        + " ps demo' finds nothing: docker stack rm demo");
    }

    private void remove(Duration limit) throws InterruptedException {
        new Undeploy(swarm).remove(States.STACK, limit);
    }
}
