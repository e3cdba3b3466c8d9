package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.LogConfig.LoggingType;
import com.github.dockerjava.api.model.PropagationMode;
import com.github.dockerjava.api.model.SELContext;
import com.github.dockerjava.api.model.Volume;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.VolumeBind;
import org.recipeharness.swarm.VolumeBind.Access;

/** A container of ours that holds volumes, and is gone once it is closed. */
final class OwnContainer implements AutoCloseable {

    private static final Boolean NO_COPY_OF_THE_IMAGES_FILES = true;

    private final DockerConnection connection;
    private final String id;

    private OwnContainer(DockerConnection connection, String id) {
        this.connection = connection;
        this.id = id;
    }

    /** Makes a container without a network, whose output nobody but who attaches to it is given. */
    static OwnContainer create(
            DockerConnection connection,
            String purpose,
            String image,
            Map<String, String> labels,
            List<VolumeBind> mounts,
            UnaryOperator<CreateContainerCmd> more) {
        mounts.forEach(mount -> requireVolume(connection, purpose, mount.volume()));
        return new OwnContainer(
                connection,
                connection.call(
                        purpose,
                        client -> more.apply(client.createContainerCmd(image)
                                        .withLabels(labels)
                                        .withHostConfig(HostConfig.newHostConfig()
                                                .withBinds(mounts.stream()
                                                        .map(OwnContainer::bind)
                                                        .toList())
                                                .withLogConfig(new LogConfig(LoggingType.NONE))
                                                .withNetworkMode("none")))
                                .exec()
                                .getId()));
    }

    /** The engine would create a volume that is missing, and nothing would ever remove it. */
    private static void requireVolume(DockerConnection connection, String purpose, String volume) {
        boolean there = connection.call(purpose, client -> {
            try {
                return client.inspectVolumeCmd(volume).exec() != null;
            } catch (NotFoundException e) {
                return false;
            }
        });
        if (!there) {
            throw new SwarmException(purpose + ": there is no such volume: " + volume);
        }
    }

    private static Bind bind(VolumeBind mount) {
        return new Bind(
                mount.volume(),
                new Volume(mount.target()),
                mount.access() == Access.READ ? AccessMode.ro : AccessMode.rw,
                SELContext.none,
                NO_COPY_OF_THE_IMAGES_FILES,
                PropagationMode.DEFAULT_MODE);
    }

    String id() {
        return id;
    }

    @Override
    public void close() {
        // An interrupted thread can't call the engine, and the container must not stay.
        boolean interrupted = Thread.interrupted();
        try {
            connection.call(
                    "Removing the container " + id + " that held volumes",
                    client -> client.removeContainerCmd(id)
                            .withForce(true)
                            // Those that the image itself declares are made with the container; volumes with a name
                            // stay.
                            .withRemoveVolumes(true)
                            .exec());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
