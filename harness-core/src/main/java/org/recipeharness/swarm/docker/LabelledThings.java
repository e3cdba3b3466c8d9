package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.recipeharness.swarm.Labelled;
import org.recipeharness.swarm.Leftovers;
import org.recipeharness.swarm.SwarmException;

/** All on the swarm and on the engine's node that carries a label, of whichever stack it is, or of none. */
final class LabelledThings {

    private static final String SERVICE = "service";
    private static final String SECRET = "secret";
    private static final String CONFIG = "config";

    private final DockerConnection connection;

    LabelledThings(DockerConnection connection) {
        this.connection = connection;
    }

    List<Labelled> carrying(String label) {
        var all = new ArrayList<Labelled>();
        list("services", client -> client.listServicesCmd().exec())
                .forEach(service -> all.add(thing(
                        SERVICE,
                        service.getId(),
                        service.getSpec().getName(),
                        service.getSpec().getLabels())));
        list("secrets", client -> client.listSecretsCmd().exec())
                .forEach(secret -> all.add(thing(
                        SECRET,
                        secret.getId(),
                        secret.getSpec().getName(),
                        secret.getSpec().getLabels())));
        list("configs", client -> client.listConfigsCmd().exec())
                .forEach(config ->
                        all.add(thing(CONFIG, config.getId(), config.getSpec().getName(), RawSpec.labels(config))));
        list("networks", client -> client.listNetworksCmd().exec())
                .forEach(network ->
                        all.add(thing(Leftovers.NETWORK, network.getId(), network.getName(), network.getLabels())));
        list(
                        "containers",
                        client -> client.listContainersCmd()
                                .withShowAll(true)
                                .withLabelFilter(List.of(label))
                                .exec())
                .stream()
                .filter(LabelledThings::isNoTasks)
                .forEach(container -> all.add(
                        thing(Leftovers.CONTAINER, container.getId(), container.getId(), container.getLabels())));
        volumes(label)
                .forEach(volume ->
                        all.add(thing(Leftovers.VOLUME, volume.getName(), volume.getName(), volume.getLabels())));
        return all.stream().filter(thing -> thing.labels().containsKey(label)).toList();
    }

    private static boolean isNoTasks(Container container) {
        return !container.getLabels().containsKey(StackRemoval.TASK_LABEL);
    }

    private List<InspectVolumeResponse> volumes(String label) {
        return list("volumes", client -> {
            List<InspectVolumeResponse> found = client.listVolumesCmd()
                    .withFilter("label", List.of(label))
                    .exec()
                    .getVolumes();
            return found == null ? List.of() : found;
        });
    }

    private static Labelled thing(
            String kind, @Nullable String id, @Nullable String name, @Nullable Map<String, String> labels) {
        return new Labelled(
                kind, String.valueOf(id), String.valueOf(name), Objects.requireNonNullElse(labels, Map.of()));
    }

    private <T> List<T> list(String kind, Function<DockerClient, List<T>> listing) {
        return connection.call("Listing all " + kind, listing);
    }

    Optional<String> remove(Labelled thing) {
        return connection.call("Removing the " + thing, client -> {
            try {
                remove(client, thing.kind(), thing.id());
                return Optional.empty();
            } catch (NotFoundException e) {
                return Optional.empty();
            } catch (DockerException e) {
                return Optional.of(thing + ": " + EngineMessage.of(e));
            }
        });
    }

    private static void remove(DockerClient client, String kind, String id) {
        switch (kind) {
            case SERVICE -> client.removeServiceCmd(id).exec();
            case SECRET -> client.removeSecretCmd(id).exec();
            case CONFIG -> client.removeConfigCmd(id).exec();
            case Leftovers.NETWORK -> client.removeNetworkCmd(id).exec();
            case Leftovers.CONTAINER ->
                client.removeContainerCmd(id)
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec();
            case Leftovers.VOLUME -> client.removeVolumeCmd(id).exec();
            default -> throw new SwarmException("there is no kind of thing called " + kind);
        }
    }
}
