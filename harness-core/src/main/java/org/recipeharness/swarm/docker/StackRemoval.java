package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Config;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.Secret;
import com.github.dockerjava.api.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.Leftovers;
import org.recipeharness.swarm.ServiceState;

/** Finds and removes all that carries a stack's label. */
final class StackRemoval {

    static final String TASK_LABEL = "com.docker.swarm.task.id";

    private final DockerConnection connection;
    private final StackName stack;
    private final String label;

    StackRemoval(DockerConnection connection, StackName stack) {
        this.connection = connection;
        this.stack = stack;
        this.label = ServiceState.STACK_LABEL + "=" + stack;
    }

    /** Requests all removals that need not wait for the tasks' end; returns the engine's reasons for those that it refused. */
    List<String> request() {
        var refusals = new ArrayList<String>();
        for (Service service : services()) {
            refusals.addAll(removing(
                    "service",
                    service.getId(),
                    (client, id) -> client.removeServiceCmd(id).exec()));
        }
        for (Secret secret : secrets()) {
            refusals.addAll(removing(
                    "secret",
                    secret.getId(),
                    (client, id) -> client.removeSecretCmd(id).exec()));
        }
        for (Config config : configs()) {
            refusals.addAll(removing(
                    "config",
                    config.getId(),
                    (client, id) -> client.removeConfigCmd(id).exec()));
        }
        refusals.addAll(removing(ownContainers()));
        return refusals;
    }

    List<String> removeNetworks() {
        var refusals = new ArrayList<String>();
        for (Network network : networks()) {
            refusals.addAll(removing(
                    "network",
                    network.getId(),
                    (client, id) -> client.removeNetworkCmd(id).exec()));
        }
        return refusals;
    }

    List<String> removeContainers() {
        return removing(containers());
    }

    private List<String> removing(List<Container> containers) {
        var refusals = new ArrayList<String>();
        for (Container container : containers) {
            refusals.addAll(removing(
                    "container",
                    container.getId(),
                    (client, id) -> client.removeContainerCmd(id)
                            .withForce(true)
                            // Those that its image declares, as the swarm does; volumes with a name stay.
                            .withRemoveVolumes(true)
                            .exec()));
        }
        return refusals;
    }

    List<String> removeVolumes() {
        var refusals = new ArrayList<String>();
        for (InspectVolumeResponse volume : volumes()) {
            refusals.addAll(removing(
                    "volume",
                    volume.getName(),
                    (client, name) -> client.removeVolumeCmd(name).exec()));
        }
        return refusals;
    }

    /** A thing that is gone already or still in use is no error yet: whether all is gone in the end is looked at. */
    private List<String> removing(String kind, @Nullable String id, BiConsumer<DockerClient, String> removal) {
        String thing = String.valueOf(id);
        return connection.call("Removing the " + kind + " " + thing + " of stack " + stack, client -> {
            try {
                removal.accept(client, thing);
                return List.of();
            } catch (NotFoundException e) {
                return List.of();
            } catch (DockerException e) {
                return List.of(kind + " " + thing + ": "
                        + String.valueOf(e.getMessage()).strip());
            }
        });
    }

    Leftovers leftovers() {
        Leftovers others = found(labels -> true);
        var all = new TreeMap<>(others.byKind());
        all.put(Leftovers.CONTAINER, names(containers(), Container::getId));
        return new Leftovers(all);
    }

    /** What does not carry a label; containers never do, as they are made of their service's tasks. */
    Leftovers strangers(String name, String value) {
        return found(labels -> !value.equals(labels.get(name)));
    }

    private Leftovers found(Predicate<Map<String, String>> wanted) {
        return new Leftovers(Map.of(
                "service",
                names(
                        those(services(), service -> service.getSpec().getLabels(), wanted),
                        service -> service.getSpec().getName()),
                Leftovers.NETWORK,
                names(those(networks(), Network::getLabels, wanted), Network::getName),
                Leftovers.VOLUME,
                names(those(volumes(), InspectVolumeResponse::getLabels, wanted), InspectVolumeResponse::getName),
                "secret",
                names(
                        those(secrets(), secret -> secret.getSpec().getLabels(), wanted),
                        secret -> secret.getSpec().getName()),
                "config",
                names(
                        those(configs(), RawSpec::labels, wanted),
                        config -> config.getSpec().getName())));
    }

    private static <T> List<T> those(
            List<T> things, Function<T, @Nullable Map<String, String>> labels, Predicate<Map<String, String>> wanted) {
        return things.stream()
                .filter(thing -> wanted.test(Objects.requireNonNullElse(labels.apply(thing), Map.of())))
                .toList();
    }

    private static <T> List<String> names(List<T> things, Function<T, String> name) {
        return things.stream().map(name).sorted().toList();
    }

    private List<Service> services() {
        return list(
                "services",
                client -> client.listServicesCmd()
                        .withLabelFilter(Map.of(ServiceState.STACK_LABEL, stack.text()))
                        .exec());
    }

    private List<Container> containers() {
        return list(
                "containers",
                client -> client.listContainersCmd()
                        .withShowAll(true)
                        .withLabelFilter(List.of(label))
                        .exec());
    }

    /** Those that no task is of: made by a run to reach volumes, and left there when it was killed. */
    private List<Container> ownContainers() {
        return containers().stream()
                .filter(container -> container.getLabels() != null
                        && container.getLabels().containsKey(RunLabels.RUN)
                        && !container.getLabels().containsKey(TASK_LABEL))
                .toList();
    }

    private List<Network> networks() {
        return list(
                "networks",
                client -> client.listNetworksCmd()
                        .withFilter("label", List.of(label))
                        .exec());
    }

    private List<InspectVolumeResponse> volumes() {
        return list("volumes", client -> {
            List<InspectVolumeResponse> found = client.listVolumesCmd()
                    .withFilter("label", List.of(label))
                    .exec()
                    .getVolumes();
            return found == null ? List.of() : found;
        });
    }

    private List<Secret> secrets() {
        return list(
                "secrets",
                client -> client.listSecretsCmd()
                        .withLabelFilter(Map.of(ServiceState.STACK_LABEL, stack.text()))
                        .exec());
    }

    private List<Config> configs() {
        return new StackConfigs(connection, stack).list();
    }

    private <T> List<T> list(String kind, Function<DockerClient, List<T>> listing) {
        return connection.call("Listing the " + kind + " of stack " + stack, listing);
    }
}
