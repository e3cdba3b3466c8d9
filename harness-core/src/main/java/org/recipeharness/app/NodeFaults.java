package org.recipeharness.app;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.recipeharness.stack.HostPort;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackService;
import org.recipeharness.swarm.NodeFault;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.TaskState;

/** Decides which tasks of a stack were not started for a reason that lies outside of the stack. */
final class NodeFaults {

    /** A service on the node's own network may hold any port of the node, and its ports are not published. */
    private static final String NETWORK_OF_NODE = "host";

    private final RenderedStack stack;
    private final Before before;

    NodeFaults(RenderedStack stack, Before before) {
        this.stack = stack;
        this.before = before;
    }

    /**
     * Determine why a node did not start a task.
     *
     * @param services the stack's services as they are now
     * @return the reason; empty if it is none of a node, or if the stack itself holds the port that the task publishes
     */
    Optional<NodeFault> of(TaskState task, List<ServiceState> services) {
        Optional<NodeFault> fault = NodeFault.of(task);
        OptionalInt port = fault.filter(NodeFault.PORT_HELD::equals).isPresent()
                ? NodeFault.port(task.message())
                : OptionalInt.empty();
        return fault.filter(found -> port.isEmpty() || !isOwn(port.getAsInt(), task, services));
    }

    private boolean isOwn(int port, TaskState task, List<ServiceState> services) {
        String self = services.stream()
                .filter(service -> service.id().equals(task.service()))
                .map(ServiceState::shortName)
                .findFirst()
                .orElse("");
        Stream<String> sent = stack.services().stream()
                .filter(service -> publishes(service.ports(), port))
                .map(StackService::name);
        Stream<String> there = Stream.of(services, before.services().values())
                .flatMap(Collection::stream)
                .filter(service -> publishes(service.hostPorts(), port))
                .map(ServiceState::shortName);
        return stack.externalNetworks().contains(NETWORK_OF_NODE)
                || Stream.concat(sent, there).anyMatch(publisher -> !publisher.equals(self));
    }

    private static boolean publishes(List<HostPort> ports, int port) {
        return ports.stream().anyMatch(each -> each.published() == port);
    }
}
