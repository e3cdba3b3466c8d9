package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.model.ContainerSpec;
import com.github.dockerjava.api.model.EndpointSpec;
import com.github.dockerjava.api.model.PortConfig;
import com.github.dockerjava.api.model.Service;
import com.github.dockerjava.api.model.ServiceModeConfig;
import com.github.dockerjava.api.model.ServiceSpec;
import com.github.dockerjava.api.model.ServiceUpdateState;
import com.github.dockerjava.api.model.ServiceUpdateStatus;
import com.github.dockerjava.api.model.TaskSpec;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recipeharness.stack.HostPort;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.UpdateState;
import org.recipeharness.swarm.UpdateState.Phase;

/** Reads the engine's picture of a service. */
final class ServiceReading {

    private ServiceReading() {}

    static ServiceState read(Service service) {
        ServiceSpec spec = Objects.requireNonNull(service.getSpec(), "a service without a spec");
        Map<String, String> labels = spec.getLabels();
        return new ServiceState(
                Objects.requireNonNull(service.getId(), "a service without an id"),
                Objects.requireNonNull(spec.getName(), "a service without a name"),
                image(spec),
                replicas(spec),
                labels == null ? Map.of() : labels,
                hostPorts(spec.getEndpointSpec()),
                RawSpec.ofTasksOf(service),
                RawSpec.ofEndpointOf(service),
                update(service.getUpdateStatus()));
    }

    private static String image(ServiceSpec spec) {
        TaskSpec task = spec.getTaskTemplate();
        ContainerSpec container = task == null ? null : task.getContainerSpec();
        String image = container == null ? null : container.getImage();
        return image == null ? "" : image;
    }

    private static int replicas(ServiceSpec spec) {
        ServiceModeConfig mode = spec.getMode();
        // A global service has one task a node; on how many nodes it may run, the engine does not say.
        return mode == null || mode.getReplicated() == null
                ? 1
                : Math.toIntExact(mode.getReplicated().getReplicas());
    }

    private static List<HostPort> hostPorts(@Nullable EndpointSpec endpoint) {
        List<PortConfig> ports = endpoint == null ? null : endpoint.getPorts();
        return ports == null
                ? List.of()
                : ports.stream()
                        .filter(port -> port.getPublishMode() == PortConfig.PublishMode.host)
                        .map(ServiceReading::hostPort)
                        .toList();
    }

    private static HostPort hostPort(PortConfig port) {
        String protocol =
                port.getProtocol() == null ? "tcp" : port.getProtocol().name().toLowerCase(Locale.ROOT);
        return new HostPort(port.getPublishedPort(), port.getTargetPort(), protocol);
    }

    private static Optional<UpdateState> update(@Nullable ServiceUpdateStatus status) {
        if (status == null || status.getState() == null || status.getStartedAt() == null) {
            return Optional.empty();
        }
        String message = status.getMessage() == null ? "" : status.getMessage();
        Instant started = status.getStartedAt().toInstant();
        return Optional.of(new UpdateState(phase(status.getState()), started, message));
    }

    private static Phase phase(ServiceUpdateState state) {
        try {
            return Phase.valueOf(state.name());
        } catch (IllegalArgumentException e) {
            throw new SwarmException(
                    "Reading the state of a service's update: the engine says '" + state + "', which is none of "
                            + List.of(Phase.values()),
                    e);
        }
    }
}
