package org.recipeharness.swarm.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.Service;
import com.github.dockerjava.api.model.Task;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recipeharness.swarm.AddressPool;

/** On a service of two tasks on a /28, which publishes a port through the ingress network. */
class AddressPoolsTest {

    private final List<Service> services = Recorded.read("service-on-ingress-28.5.2.json", new TypeReference<>() {});
    private final List<Network> networks = Recorded.read("networks-28.5.2.json", new TypeReference<>() {});
    private final List<Task> tasks = Recorded.read("tasks-on-ingress-28.5.2.json", new TypeReference<>() {});

    AddressPoolsTest() throws IOException {}

    @Test
    void areThoseOfTheServicesNetworksAndOfTheIngressThatItPublishesThrough() {
        assertThat(pools())
                .containsExactlyInAnyOrder(
                        new AddressPool("dsh", "", List.of("10.97.80.0/28"), 3),
                        new AddressPool("ingress", "", List.of("10.88.0.0/24"), 3));
    }

    @Test
    void haveNoSubnetIfTheSwarmCouldNotGiveTheNetworkOne() {
        String unallocated = networks.stream()
                .filter(network -> network.getName().equals("nn2"))
                .map(Network::getId)
                .findFirst()
                .orElseThrow();
        services.get(0).getSpec().getTaskTemplate().getNetworks().get(0).withTarget(unallocated);

        assertThat(pools()).contains(new AddressPool("nn2", "", List.of(), 0));
    }

    @Test
    void areNoneOfAServiceThatIsNotThere() {
        assertThat(new AddressPools(networks, new MemberReading(networks, tasks)).of("gone", services))
                .isEmpty();
    }

    private List<AddressPool> pools() {
        return new AddressPools(networks, new MemberReading(networks, tasks))
                .of(services.get(0).getId(), services);
    }
}
