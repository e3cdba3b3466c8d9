package org.recipeharness.app;

import java.util.List;
import java.util.Optional;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.compose.NameVersions;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackConfig;
import org.recipeharness.stack.StackService;
import org.recipeharness.swarm.ConfigState;
import org.recipeharness.swarm.Engine;
import org.recipeharness.swarm.Engine.SwarmMode;
import org.recipeharness.swarm.Leftovers;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;

/** Looks, before anything is sent, for what would make a deploy fail or touch what is not its own. */
public final class Preflight {

    private final Swarm swarm;

    /**
     * Prepares to look at a swarm.
     *
     * @param swarm where the deploy is to go
     */
    public Preflight(Swarm swarm) {
        this.swarm = swarm;
    }

    /**
     * Insists on a swarm that can be deployed to.
     *
     * @return the engine that was asked
     * @throws SwarmException when no engine answers, or it is not a manager of a swarm
     */
    public Engine requireManager() {
        Engine engine = swarm.engine();
        if (engine.swarm() != SwarmMode.MANAGER) {
            throw new SwarmException("Looking for a Docker Swarm: the engine " + engine.version() + " answers, but "
                    + (engine.swarm() == SwarmMode.WORKER
                            ? "is only a worker of its swarm. Point DOCKER_HOST to a manager"
                            : "swarm mode is not on. Turn it on with 'docker swarm init'"));
        }
        return engine;
    }

    /**
     * Insists that a stack can be deployed as a new one.
     *
     * @param stack what is to be sent
     * @throws SwarmException when its name is taken, a network of others that it needs is missing, or a port is taken
     */
    public void requireRoomFor(RenderedStack stack) {
        requireRoomFor(stack, swarm.leftovers(stack.name()));
    }

    /**
     * Insists that a stack can be deployed as a new one onto volumes that one of its name has left.
     *
     * @param stack what is to be sent
     * @throws SwarmException when anything but volumes has its name, a network of others that it needs is missing, or a port is taken
     */
    public void requireRoomOnVolumesOf(RenderedStack stack) {
        requireRoomFor(stack, swarm.leftovers(stack.name()).without(Leftovers.VOLUME));
    }

    private void requireRoomFor(RenderedStack stack, Leftovers there) {
        if (!there.isNothing()) {
            throw new SwarmException("Deploying the stack " + stack.name() + ": its domain is taken, there is already "
                    + there + ". Choose another one with -Dharness.domain=, or remove that stack if it is yours:"
                    + " " + Undeploy.byHand(stack.name()));
        }
        requireNetworks(stack);
        requirePorts(stack);
    }

    /**
     * Insists that a stack can be deployed over the one of its name that runs.
     *
     * @param stack what is to be sent
     * @throws SwarmException when a network of others that it needs is missing, or a port is taken
     * @throws ComposeException when a config of its name holds another content already, which the swarm never changes
     */
    public void requireUpgradable(RenderedStack stack) {
        requireNetworks(stack);
        requirePorts(stack);
        List<ConfigState> there = swarm.configs(stack.name());
        for (StackConfig config : stack.configs()) {
            there.stream()
                    .filter(other -> other.name().equals(config.name())
                            && !other.content().equals(config.content()))
                    .forEach(other -> refuse(config, other));
        }
    }

    private static void refuse(StackConfig config, ConfigState other) {
        throw new ComposeException(
                config.origin(),
                "the content of config '" + config.key() + "' (" + config.file()
                        + ") has changed, but its name has not: '" + config.name()
                        + "' is on the swarm with the content "
                        + other.content() + ", to be sent is " + config.content()
                        + ". A swarm never changes a config, so every operator's upgrade fails. "
                        + config.version()
                                .map(variable -> "Bump " + variable + ", which abra.sh exports")
                                .orElse("Let its name hold a version: name: ${STACK_NAME}_" + config.key() + "_${"
                                        + NameVersions.conventional(config.key()) + "}, exported by abra.sh"));
    }

    private void requireNetworks(RenderedStack stack) {
        for (String network : stack.externalNetworks()) {
            if (!swarm.hasNetwork(network)) {
                throw new SwarmException("Deploying the stack " + stack.name() + ": the network '" + network
                        + "', which the recipe declares as external, is not there. Make it with:"
                        + " docker network create --driver overlay --attachable " + network);
            }
        }
    }

    private void requirePorts(RenderedStack stack) {
        List<ServiceState> others = swarm.services().stream()
                .filter(service -> !stack.name().text().equals(service.labels().get(ServiceState.STACK_LABEL)))
                .toList();
        stack.services().forEach(service -> requirePorts(service, others));
    }

    private static void requirePorts(StackService service, List<ServiceState> others) {
        for (var port : service.ports()) {
            Optional<ServiceState> holder = others.stream()
                    .filter(other -> other.hostPorts().stream()
                            .anyMatch(taken -> taken.published() == port.published()
                                    && taken.protocol().equals(port.protocol())))
                    .findFirst();
            if (holder.isPresent()) {
                throw new SwarmException("Deploying the service " + service.name() + ": its port " + port
                        + " is taken on the nodes by the service "
                        + holder.get().name()
                        + ", so its task would wait for ever. Wait until that one is gone, or remove it");
            }
        }
    }
}
