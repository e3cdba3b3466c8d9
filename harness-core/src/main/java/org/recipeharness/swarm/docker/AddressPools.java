package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.model.EndpointSpec;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.NetworkAttachmentConfig;
import com.github.dockerjava.api.model.PortConfig;
import com.github.dockerjava.api.model.Service;
import com.github.dockerjava.api.model.ServiceSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recipeharness.swarm.AddressPool;
import org.recipeharness.swarm.ServiceState;

/** Reads the address pools of the networks that a service's tasks are attached to. */
final class AddressPools {

    private final List<Network> networks;
    private final MemberReading members;

    AddressPools(List<Network> networks, MemberReading members) {
        this.networks = networks;
        this.members = members;
    }

    /**
     * Return the pools of a service.
     *
     * @param id the service's id
     * @param services all services of the swarm, whose addresses are counted
     */
    List<AddressPool> of(String id, List<Service> services) {
        Set<String> wanted = new HashSet<>();
        services.stream()
                .filter(service -> id.equals(service.getId()))
                .map(service -> Objects.requireNonNull(service.getSpec(), "a service without a spec"))
                .forEach(spec -> wanted.addAll(networksOf(spec)));
        return networks.stream()
                .filter(network -> wanted.contains(network.getId()))
                .map(network -> pool(network, services))
                .toList();
    }

    private Set<String> networksOf(ServiceSpec spec) {
        Set<String> found = new HashSet<>();
        for (NetworkAttachmentConfig attachment : MemberReading.attachments(spec)) {
            found.add(String.valueOf(attachment.getTarget()));
        }
        if (publishesByIngress(spec.getEndpointSpec())) {
            networks.stream()
                    .filter(network ->
                            Boolean.TRUE.equals(network.getRawValues().get("Ingress")))
                    .forEach(network -> found.add(network.getId()));
        }
        return found;
    }

    /** The tasks of such a service have an address on the ingress network too, which its spec does not name. */
    private static boolean publishesByIngress(@Nullable EndpointSpec endpoint) {
        List<PortConfig> ports = endpoint == null ? null : endpoint.getPorts();
        return ports != null && ports.stream().anyMatch(port -> port.getPublishMode() != PortConfig.PublishMode.host);
    }

    private AddressPool pool(Network network, List<Service> services) {
        Set<String> used = new HashSet<>();
        services.forEach(service -> used.addAll(members.addresses(service, network.getId())));
        Map<String, String> labels = Objects.requireNonNullElse(network.getLabels(), Map.of());
        return new AddressPool(
                network.getName(), labels.getOrDefault(ServiceState.STACK_LABEL, ""), subnets(network), used.size());
    }

    private static List<String> subnets(Network network) {
        // The engine writes none if the swarm could not give the network one.
        return Optional.ofNullable(network.getIpam()).map(Network.Ipam::getConfig).stream()
                .flatMap(List::stream)
                .map(Network.Ipam.Config::getSubnet)
                .filter(Objects::nonNull)
                .toList();
    }
}
