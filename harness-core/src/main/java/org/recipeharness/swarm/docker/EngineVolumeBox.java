package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PropagationMode;
import com.github.dockerjava.api.model.SELContext;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.VolumeBox;

/**
 * A container that is never started, and holds volumes so that the engine's archives reach them.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerArchive">Engine API:
 *     container archives</a>
 */
final class EngineVolumeBox implements VolumeBox {

    private static final Duration STALL_LIMIT = Duration.ofMinutes(5);
    private static final Boolean NO_COPY_OF_THE_IMAGES_FILES = true;

    private final DockerConnection connection;
    private final String container;
    private final DockerClient streams;

    EngineVolumeBox(
            DockerConnection connection,
            Map<String, String> labels,
            String image,
            Map<String, String> volumesByTarget) {
        this.connection = connection;
        String purpose = "Opening the volumes " + volumesByTarget.values() + " in a container of " + image;
        // The engine would make a volume that is not there, and it would be nobody's.
        volumesByTarget
                .values()
                .forEach(volume -> connection.call(
                        purpose, client -> client.inspectVolumeCmd(volume).exec()));
        this.container = connection.call(
                purpose,
                client -> client.createContainerCmd(image)
                        .withLabels(labels)
                        .withEntrypoint("/recipe-harness-never-starts-this")
                        .withHostConfig(HostConfig.newHostConfig()
                                .withBinds(binds(volumesByTarget))
                                .withNetworkMode("none"))
                        .exec()
                        .getId());
        this.streams = connection.separate();
    }

    private static List<Bind> binds(Map<String, String> volumesByTarget) {
        return volumesByTarget.entrySet().stream()
                .map(each -> new Bind(
                        each.getValue(),
                        new Volume(each.getKey()),
                        AccessMode.rw,
                        SELContext.none,
                        NO_COPY_OF_THE_IMAGES_FILES,
                        PropagationMode.DEFAULT_MODE))
                .toList();
    }

    @Override
    public <T> Optional<T> read(String path, Reader<T> reader) throws InterruptedException {
        String purpose = "Reading " + path + " of the volumes in container " + container;
        try (var watch = new StallWatch(STALL_LIMIT, this::abandon)) {
            InputStream opened;
            try {
                opened = streams.copyArchiveFromContainerCmd(container, path).exec();
            } catch (NotFoundException e) {
                return absent(purpose, e);
            } catch (RuntimeException e) {
                throw failed(purpose, watch, e);
            }
            try (InputStream archive = watch.over(opened)) {
                return Optional.of(reader.read(archive));
            } catch (IOException e) {
                throw failed(purpose, watch, e);
            }
        }
    }

    /** The engine says "not found" of a path and of a container alike. */
    private <T> Optional<T> absent(String purpose, NotFoundException e) {
        if (String.valueOf(e.getMessage()).contains("No such container")) {
            throw connection.failed(purpose, e);
        }
        return Optional.empty();
    }

    @Override
    public void write(String folder, InputStream archive) throws InterruptedException {
        try (var watch = new StallWatch(STALL_LIMIT, this::abandon)) {
            try {
                streams.copyArchiveToContainerCmd(container)
                        .withRemotePath(folder)
                        .withTarInputStream(watch.over(archive))
                        .exec();
            } catch (RuntimeException e) {
                throw failed("Writing to " + folder + " of the volumes in container " + container, watch, e);
            }
        }
    }

    private SwarmException failed(String purpose, StallWatch watch, Exception e) throws InterruptedException {
        if (watch.stalled()) {
            return connection.failed(
                    purpose + ": nothing moved for " + STALL_LIMIT.toSeconds() + " s, so it was given up", e);
        }
        if (Interruption.ended(e)) {
            Thread.interrupted();
            var interrupted = new InterruptedException(purpose + " was interrupted");
            interrupted.initCause(e);
            throw interrupted;
        }
        return connection.failed(purpose, e);
    }

    private void abandon() {
        try {
            streams.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Abandoning a transfer with container " + container, e);
        }
    }

    @Override
    public void close() {
        // An interrupted thread can't call the engine, and the container must not stay.
        boolean interrupted = Thread.interrupted();
        try (streams) {
            connection.call(
                    "Removing the container " + container + " that held volumes",
                    client -> client.removeContainerCmd(container)
                            .withForce(true)
                            // Those that the image itself declares are made with the container; volumes with a name
                            // stay.
                            .withRemoveVolumes(true)
                            .exec());
        } catch (IOException e) {
            throw new SwarmException("Closing the connection that read volumes", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
