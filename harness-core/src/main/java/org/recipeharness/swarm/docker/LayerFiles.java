package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ChangeLog;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.ContainerSpec;
import com.github.dockerjava.api.model.ContainerSpecConfig;
import com.github.dockerjava.api.model.ContainerSpecSecret;
import com.github.dockerjava.api.model.Service;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a container has written to its own layer.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerChanges">Engine API:
 *     container changes</a>
 */
final class LayerFiles {

    private static final int DELETED = 2;

    /** What the engine itself puts into a container: its init, the folder of a task's secrets, and its mark and its names. */
    private static final Set<String> OF_THE_ENGINE = Set.of(
            "/.dockerenv",
            "/etc/hostname",
            "/etc/hosts",
            "/etc/mtab",
            "/etc/resolv.conf",
            "/run/secrets",
            "/sbin/docker-init",
            "/usr/sbin/docker-init");

    private final DockerConnection connection;
    private final String container;

    LayerFiles(DockerConnection connection, String container) {
        this.connection = connection;
        this.container = container;
    }

    List<String> written() {
        return connection.call("Looking for what container " + container + " has written", this::written);
    }

    private List<String> written(DockerClient client) {
        InspectContainerResponse inspected =
                client.inspectContainerCmd(container).exec();
        Set<String> mounted = mounted(client, inspected);
        // Of a container that has changed nothing, the engine answers null.
        TreeSet<String> paths = Stream.ofNullable(
                        client.containerDiffCmd(container).exec())
                .flatMap(List::stream)
                .filter(change -> change.getKind() != DELETED)
                .map(ChangeLog::getPath)
                .filter(path -> mounted.stream().noneMatch(mount -> path.equals(mount) || path.startsWith(mount + "/")))
                .collect(Collectors.toCollection(TreeSet::new));
        // A folder counts as changed with what is in it, and with a mount point in it, too.
        return paths.stream()
                .filter(path -> Stream.concat(paths.stream(), mounted.stream())
                        .noneMatch(other -> other.startsWith(path + "/")))
                .toList();
    }

    /** A mount point is made in the container's layer, and is nothing that the app has written. */
    private static Set<String> mounted(DockerClient client, InspectContainerResponse inspected) {
        var mounted = new HashSet<>(OF_THE_ENGINE);
        Stream.ofNullable(inspected.getMounts())
                .flatMap(List::stream)
                .flatMap(mount -> Stream.ofNullable(mount.getDestination()))
                .forEach(volume -> mounted.add(volume.getPath()));
        service(inspected)
                .map(id -> client.inspectServiceCmd(id).exec())
                .flatMap(LayerFiles::spec)
                .ifPresent(spec -> mounted.addAll(files(spec)));
        return mounted;
    }

    private static Optional<String> service(InspectContainerResponse inspected) {
        return Optional.of(inspected)
                .map(InspectContainerResponse::getConfig)
                .map(ContainerConfig::getLabels)
                .map(labels -> labels.get("com.docker.swarm.service.id"));
    }

    private static Optional<ContainerSpec> spec(Service service) {
        return Optional.ofNullable(service.getSpec())
                .map(spec -> spec.getTaskTemplate())
                .map(template -> template.getContainerSpec());
    }

    private static List<String> files(ContainerSpec spec) {
        return Stream.concat(
                        Stream.ofNullable(spec.getConfigs())
                                .flatMap(List::stream)
                                .map(ContainerSpecConfig::getFile)
                                .map(file -> file.getName()),
                        Stream.ofNullable(spec.getSecrets())
                                .flatMap(List::stream)
                                .map(ContainerSpecSecret::getFile)
                                .map(file -> file.getName().startsWith("/")
                                        ? file.getName()
                                        : "/run/secrets/" + file.getName()))
                .map(name -> name.startsWith("/") ? name : "/" + name)
                .toList();
    }
}
