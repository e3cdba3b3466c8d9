package org.recipeharness.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.task;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recipeharness.fault.Fault;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.swarm.AddressPool;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.States;
import org.recipeharness.swarm.TaskPhase;

class AddressWatchTest {

    private static final List<ServiceState> APP = List.of(service("app"));
    private static final AddressPool OWN = new AddressPool("demo_default", "demo", List.of("10.0.2.0/24"), 3);
    private static final AddressPool PROXY = new AddressPool("proxy", "", List.of("10.0.1.0/24"), 37);
    private static final AddressPool FULL = new AddressPool("mail", "mailserver", List.of("10.0.3.0/29"), 4);

    private final FakeSwarm swarm = new FakeSwarm(new FakeTime());
    private final AddressWatch watch = new AddressWatch(swarm, States.STACK, Before.nothing());

    @Test
    void namesTheSharedNetworkOfATaskThatStaysNew() {
        swarm.pooling(OWN, PROXY);

        assertThat(after(Duration.ofSeconds(9))).isEmpty();
        assertThat(after(Duration.ofSeconds(10))).hasValueSatisfying(failure -> {
            assertThat(failure)
                    .hasMessage("No address is free on the network 'proxy' (10.0.1.0/24, 253 addresses, 37 in use by"
                            + " services and running tasks), so the swarm can't start the service 'app' of stack demo: 1"
                            + " task has been without an address for 10 s. Addresses that earlier removals lost are free"
                            + " again after a restart of the Docker daemon on the leading manager. If too many are in use,"
                            + " create the network again with a larger subnet (docker network rm, then docker network"
                            + " create --subnet)");
            assertThat(failure.failure()).isEqualTo(DeployFailure.ADDRESSES_SPENT);
            assertThat(Fault.of(failure).isExternal()).isTrue();
        });
    }

    @Test
    void namesOnlyTheNetworkThatIsVisiblyFull() {
        swarm.pooling(OWN, PROXY, FULL);

        assertThat(stuck())
                .hasValueSatisfying(failure -> assertThat(failure)
                        .hasMessageStartingWith(
                                "No address is free on the network 'mail' (10.0.3.0/29, 5 addresses, 4 in use"));
    }

    @Test
    void namesAllSharedNetworksIfNoneIsVisiblyFull() {
        swarm.pooling(PROXY, new AddressPool("mail", "", List.of("10.0.4.0/24"), 2));

        assertThat(stuck())
                .hasValueSatisfying(failure -> assertThat(failure)
                        .hasMessageStartingWith("No address is free on the network of one of these: 'proxy' (")
                        .hasMessageContaining("), 'mail' ("));
    }

    @Test
    void saysThatTheSwarmHasNoSubnetForANetwork() {
        swarm.pooling(PROXY, new AddressPool("demo_default", "demo", List.of(), 0));

        assertThat(stuck()).hasValueSatisfying(failure -> {
            assertThat(failure)
                    .hasMessageStartingWith("The swarm has no free subnet for the network 'demo_default', so the swarm"
                            + " can't start the service 'app' of stack demo");
            assertThat(failure.failure()).isEqualTo(DeployFailure.ADDRESSES_SPENT);
        });
    }

    /** The recipe has chosen the size of its own network and the number of its replicas. */
    @Test
    void saysNothingOfNetworksOfTheStackItself() {
        swarm.pooling(OWN);
        assertThat(stuck()).isEmpty();

        swarm.pooling(PROXY, new AddressPool("demo_default", "demo", List.of("10.0.2.0/29"), 4));
        assertThat(stuck()).isEmpty();
    }

    @Test
    void saysNothingOfTasksThatAreOnTheirWay() {
        swarm.pooling(OWN, PROXY);
        Instant start = States.START;
        assertThat(watch.failure(APP, List.of(task("app", 1, TaskPhase.NEW)), start))
                .isEmpty();

        assertThat(watch.failure(APP, List.of(task("app", 1, TaskPhase.PREPARING)), start.plusSeconds(60)))
                .isEmpty();
        assertThat(watch.failure(APP, List.of(task("app", 2, TaskPhase.NEW)), start.plusSeconds(61)))
                .isEmpty();
    }

    private Optional<DeployFailedException> stuck() {
        return after(Duration.ofSeconds(10));
    }

    private Optional<DeployFailedException> after(Duration time) {
        var tasks = List.of(task("app", 1, TaskPhase.NEW));
        Optional<DeployFailedException> first = watch.failure(APP, tasks, States.START);
        assertThat(first).isEmpty();
        return watch.failure(APP, tasks, States.START.plus(time));
    }
}
