package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.VolumeBind;
import org.recipeharness.swarm.VolumeBind.Access;
import org.recipeharness.swarm.VolumeBox;

/**
 * A container that is never started, and holds volumes so that the engine's archives reach them.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerArchive">Engine API:
 *     container archives</a>
 */
final class EngineVolumeBox implements VolumeBox {

    private static final Duration STALL_LIMIT = Duration.ofMinutes(5);

    private final DockerConnection connection;
    private final OwnContainer container;
    private final DockerClient streams;

    EngineVolumeBox(
            DockerConnection connection,
            Map<String, String> labels,
            String image,
            Map<String, String> volumesByTarget) {
        this.connection = connection;
        this.container = OwnContainer.create(
                connection,
                "Opening the volumes " + volumesByTarget.values() + " in a container of " + image,
                image,
                labels,
                volumesByTarget.entrySet().stream()
                        .map(each -> new VolumeBind(each.getValue(), each.getKey(), Access.READ_AND_WRITE))
                        .toList(),
                command -> command.withEntrypoint("/recipe-harness-never-starts-this"));
        this.streams = connection.separate();
    }

    @Override
    public <T> Optional<T> read(String path, Reader<T> reader) throws InterruptedException {
        String purpose = "Reading " + path + " of the volumes in container " + container.id();
        try (var watch = new StallWatch(STALL_LIMIT, this::abandon)) {
            InputStream opened;
            try {
                opened = streams.copyArchiveFromContainerCmd(container.id(), path)
                        .exec();
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
                streams.copyArchiveToContainerCmd(container.id())
                        .withRemotePath(folder)
                        .withTarInputStream(watch.over(archive))
                        .exec();
            } catch (RuntimeException e) {
                throw failed("Writing to " + folder + " of the volumes in container " + container.id(), watch, e);
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
            throw new UncheckedIOException("Abandoning a transfer with container " + container.id(), e);
        }
    }

    @Override
    public void close() {
        try (container) {
            streams.close();
        } catch (IOException e) {
            throw new SwarmException("Closing the connection that read volumes", e);
        }
    }
}
