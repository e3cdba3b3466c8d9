package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.model.Endpoint;
import com.github.dockerjava.api.model.EndpointVirtualIP;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.NetworkAttachmentConfig;
import com.github.dockerjava.api.model.Service;
import com.github.dockerjava.api.model.ServiceSpec;
import com.github.dockerjava.api.model.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recipeharness.swarm.NetworkMember;
import org.recipeharness.swarm.ServiceState;

/** Puts together, of networks, services and running tasks, who is found where by which names. */
final class MemberReading {

    private final Map<String, Network> networks;
    private final List<Task> tasks;

    MemberReading(List<Network> networks, List<Task> tasks) {
        this.networks = networks.stream().collect(Collectors.toMap(Network::getId, Function.identity()));
        this.tasks = tasks;
    }

    List<NetworkMember> read(List<Service> services) {
        return services.stream().flatMap(service -> of(service).stream()).toList();
    }

    private List<NetworkMember> of(Service service) {
        ServiceSpec spec = Objects.requireNonNull(service.getSpec(), "a service without a spec");
        var members = new ArrayList<NetworkMember>();
        for (NetworkAttachmentConfig attachment : attachments(spec)) {
            // A network may have gone since the services were listed.
            Network network = networks.get(attachment.getTarget());
            if (network != null) {
                members.add(new NetworkMember(
                        network.getName(),
                        Boolean.TRUE.equals(network.getInternal()),
                        Objects.requireNonNull(spec.getName(), "a service without a name"),
                        spec.getLabels() == null ? "" : spec.getLabels().getOrDefault(ServiceState.STACK_LABEL, ""),
                        attachment.getAliases() == null ? Set.of() : Set.copyOf(attachment.getAliases()),
                        addresses(service, network.getId())));
            }
        }
        return members;
    }

    static List<NetworkAttachmentConfig> attachments(ServiceSpec spec) {
        List<NetworkAttachmentConfig> ofTasks =
                spec.getTaskTemplate() == null ? null : spec.getTaskTemplate().getNetworks();
        return ofTasks == null ? List.of() : ofTasks;
    }

    /** The addresses of a service and of its tasks on a network. */
    Set<String> addresses(Service service, String network) {
        var found = new HashSet<String>();
        tasks.stream()
                .filter(task -> Objects.equals(task.getServiceId(), service.getId()))
                .forEach(task -> found.addAll(addresses(task, network)));
        Endpoint endpoint = service.getEndpoint();
        EndpointVirtualIP[] virtual = endpoint == null ? null : endpoint.getVirtualIPs();
        if (virtual != null) {
            for (EndpointVirtualIP address : virtual) {
                if (network.equals(address.getNetworkID()) && address.getAddr() != null) {
                    found.add(withoutLength(address.getAddr()));
                }
            }
        }
        return found;
    }

    private static List<String> addresses(Task task, String network) {
        return maps(task.getRawValues().get("NetworksAttachments")).stream()
                .filter(attachment ->
                        RawSpec.map(attachment.get("Network")).get("ID") instanceof String id && id.equals(network))
                .flatMap(attachment -> attachment.get("Addresses") instanceof List<?> all ? all.stream() : null)
                .map(address -> withoutLength(String.valueOf(address)))
                .toList();
    }

    private static String withoutLength(String address) {
        int slash = address.indexOf('/');
        return slash < 0 ? address : address.substring(0, slash);
    }

    private static List<Map<?, ?>> maps(@Nullable Object value) {
        var found = new ArrayList<Map<?, ?>>();
        if (value instanceof List<?> list) {
            list.forEach(item -> found.add(RawSpec.map(item)));
        }
        return found;
    }
}
