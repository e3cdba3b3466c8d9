package org.recipeharness.app;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.recipeharness.stack.Demand;
import org.recipeharness.stack.HostPort;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackService;
import org.recipeharness.swarm.PlacementFault;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.TaskState;

/** Writes why no node can take a service's task: the reason first, with the line of the recipe that asks for it. */
final class PlacementReport {

    /** Whether tasks of the same stack exclude each other by a port of the node that they publish. */
    enum Siblings {
        HOLD_ITS_PORT,
        LEAVE_ITS_PORT
    }

    private final RenderedStack stack;

    PlacementReport(RenderedStack stack) {
        this.stack = stack;
    }

    DeployFailedException failure(
            Set<PlacementFault> faults, ServiceState service, TaskState task, Siblings siblings, Duration lasted) {
        PlacementFault first = faults.stream().sorted().findFirst().orElseThrow();
        return new DeployFailedException(
                kind(first, siblings),
                reason(first, service.shortName()) + ", so the swarm can't place the service '" + service.shortName()
                        + "' of stack " + stack.name() + ": a task has been pending for " + lasted.toSeconds() + " s. "
                        + advice(first) + ". The task: " + task);
    }

    private static DeployFailure kind(PlacementFault fault, Siblings siblings) {
        return switch (fault) {
            case PORT_HELD -> siblings == Siblings.HOLD_ITS_PORT ? DeployFailure.UNPLACEABLE : DeployFailure.PORT_HELD;
            case NODE_AWAY -> DeployFailure.NODE_FAULT;
            case CONSTRAINT, RESERVATION, PLATFORM, PLUGIN, VOLUME, SPREAD -> DeployFailure.UNPLACEABLE;
        };
    }

    private String reason(PlacementFault fault, String service) {
        return switch (fault) {
            case CONSTRAINT ->
                "No node meets the placement constraints of the recipe" + demands(Demand.Kind.CONSTRAINT, service);
            case RESERVATION ->
                "No node has as much left as the recipe reserves" + demands(Demand.Kind.RESERVATION, service);
            case PLATFORM ->
                "The image " + image(service) + " is not published for the platform of any node that could take it";
            case PLUGIN -> "No node has a plugin that a volume, a network or the log driver of the recipe asks for";
            case VOLUME -> "No node has a cluster volume that the recipe asks for";
            case SPREAD -> "The nodes may not have more replicas" + demands(Demand.Kind.SPREAD, service);
            case PORT_HELD -> "A port that the service publishes is held on each node by another task" + ports(service);
            case NODE_AWAY -> "Each node that could take the service is down, paused or drained";
        };
    }

    private static String advice(PlacementFault fault) {
        return switch (fault) {
            case CONSTRAINT ->
                "Correct the constraint, or give a node of this swarm what it asks for (docker node update --label-add;"
                        + " 'docker node inspect' shows what a node has)";
            case RESERVATION ->
                "Lower deploy.resources.reservations, or remove services that reserve much on this swarm";
            case PLATFORM -> "Use an image that is published for it, or add a node of the image's platform";
            case PLUGIN -> "Use a driver that is there, or install the plugin ('docker plugin ls' on each node)";
            case VOLUME -> "'docker volume ls --cluster' shows those that there are";
            case SPREAD -> "Lower 'replicas', raise max_replicas_per_node, or add a node";
            case PORT_HELD ->
                "'docker service ls' shows which service publishes it. Remove that service, or publish another port";
            case NODE_AWAY ->
                "'docker node ls' shows their state; 'docker node update --availability active' ends a drain";
        };
    }

    private String demands(Demand.Kind kind, String service) {
        String named = stack.service(service).stream()
                .flatMap(each -> each.given().demands().stream())
                .filter(demand -> demand.kind() == kind)
                .map(Demand::toString)
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? "" : ": " + named;
    }

    private String ports(String service) {
        String named = stack.service(service).stream()
                .flatMap(each -> each.ports().stream())
                .map(HostPort::toString)
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? "" : ": " + named;
    }

    private String image(String service) {
        return stack.service(service).map(StackService::image).orElse("of the service");
    }
}
