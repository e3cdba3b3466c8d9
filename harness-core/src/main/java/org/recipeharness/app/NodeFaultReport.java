package org.recipeharness.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.AddressPool;
import org.recipeharness.swarm.NodeFault;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.TaskState;

/** Writes why a service's tasks are not started, if the reason lies outside of its stack: the reason first. */
final class NodeFaultReport {

    private static final String FREE_SUBNETS =
            "Remove networks that nothing uses any more ('docker network ls'), or create this one with a subnet of its own"
                    + " (docker network create --subnet)";

    private final Swarm swarm;
    private final StackName stack;

    NodeFaultReport(Swarm swarm, StackName stack) {
        this.swarm = swarm;
        this.stack = stack;
    }

    DeployFailedException failure(NodeFault fault, ServiceState service, TaskState latest, String attempts) {
        DeployFailure failure = switch (fault) {
            case PORT_HELD -> DeployFailure.PORT_HELD;
            case ADDRESSES_SPENT -> DeployFailure.ADDRESSES_SPENT;
            case SUBNET_HELD, NETWORK_MISSING -> DeployFailure.NODE_FAULT;
        };
        return new DeployFailedException(
                failure,
                reason(fault, service, latest) + consequence(service) + attempts + ". " + fault.advice()
                        + ". The latest task: " + latest);
    }

    /** Returns why a task of a service has no address; empty if no network outside of the stack can be the reason. */
    Optional<DeployFailedException> withoutAddress(ServiceState service, String attempts) {
        List<AddressPool> pools = swarm.addressPools(service);
        Optional<AddressPool> unallocated =
                pools.stream().filter(pool -> pool.subnets().isEmpty()).findFirst();
        if (unallocated.isPresent()) {
            return Optional.of(new DeployFailedException(
                    DeployFailure.ADDRESSES_SPENT,
                    "The swarm has no free subnet for the network '"
                            + unallocated.get().network() + "'" + consequence(service) + attempts + ". "
                            + FREE_SUBNETS));
        }
        List<AddressPool> spent = spent(pools);
        return spent.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeployFailedException(
                        DeployFailure.ADDRESSES_SPENT,
                        noneFree(spent) + consequence(service) + attempts + ". " + NodeFault.ADDRESSES_SPENT.advice()));
    }

    private String reason(NodeFault fault, ServiceState service, TaskState latest) {
        return switch (fault) {
            case PORT_HELD ->
                "Port " + NodeFault.port(latest.message()).orElseThrow()
                        + " of the node is held by a program or container outside of the stack";
            case ADDRESSES_SPENT -> {
                List<AddressPool> spent = spent(swarm.addressPools(service));
                yield spent.isEmpty() ? capital(fault.reason()) : noneFree(spent);
            }
            case SUBNET_HELD, NETWORK_MISSING ->
                capital(fault.reason()) + " (the service's networks: " + names(swarm.addressPools(service)) + ")";
        };
    }

    /**
     * Returns the shared networks of which one has no free address: those that are visibly full, or else all, as the swarm does not
     * show what earlier removals have lost. A full network of the stack itself is the recipe's, which chose its size.
     */
    private List<AddressPool> spent(List<AddressPool> pools) {
        List<AddressPool> full = pools.stream().filter(AddressPool::isFull).toList();
        if (full.stream().anyMatch(this::isOwn)) {
            return List.of();
        }
        return full.isEmpty() ? pools.stream().filter(pool -> !isOwn(pool)).toList() : full;
    }

    private boolean isOwn(AddressPool pool) {
        return pool.stack().equals(stack.text());
    }

    private static String noneFree(List<AddressPool> pools) {
        return "No address is free on the network " + (pools.size() == 1 ? "" : "of one of these: ") + names(pools);
    }

    private static String names(List<AddressPool> pools) {
        return pools.stream().map(AddressPool::toString).collect(Collectors.joining(", "));
    }

    private String consequence(ServiceState service) {
        return ", so the swarm can't start the service '" + service.shortName() + "' of stack " + stack + ": ";
    }

    private static String capital(String reason) {
        return Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
    }
}
