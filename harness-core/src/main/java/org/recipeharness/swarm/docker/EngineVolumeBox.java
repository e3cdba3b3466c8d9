package org.recipeharness.swarm.docker;

import java.io.IOException;
import java.io.InputStream;
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
    }

    @Override
    public <T> Optional<T> read(String path, Reader<T> reader) throws InterruptedException {
        String purpose = "Reading " + path + " of the volumes in container " + container.id();
        try (EngineSocket socket = open(purpose);
                var watch = new StallWatch(STALL_LIMIT, socket::abandon)) {
            try {
                Optional<InputStream> archive = new ArchiveTransfer(socket).from(container.id(), path);
                return archive.isEmpty() ? Optional.empty() : Optional.of(reader.read(watch.over(archive.get())));
            } catch (IOException e) {
                throw failed(purpose, watch, e);
            }
        }
    }

    @Override
    public void write(String folder, InputStream archive) throws InterruptedException {
        String purpose = "Writing to " + folder + " of the volumes in container " + container.id();
        try (EngineSocket socket = open(purpose);
                var watch = new StallWatch(STALL_LIMIT, socket::abandon)) {
            try {
                new ArchiveTransfer(socket).into(container.id(), folder, watch.over(archive));
            } catch (IOException e) {
                throw failed(purpose, watch, e);
            }
        }
    }

    private EngineSocket open(String purpose) throws InterruptedException {
        try {
            return EngineSocket.open(connection.host());
        } catch (IOException e) {
            throw failed(purpose, e);
        }
    }

    private SwarmException failed(String purpose, StallWatch watch, IOException e) throws InterruptedException {
        if (watch.stalled()) {
            return connection.failed(
                    purpose + ": nothing moved for " + STALL_LIMIT.toSeconds() + " s, so it was given up", e);
        }
        return failed(purpose, e);
    }

    private SwarmException failed(String purpose, IOException e) throws InterruptedException {
        if (Interruption.ended(e)) {
            Thread.interrupted();
            var interrupted = new InterruptedException(purpose + " was interrupted");
            interrupted.initCause(e);
            throw interrupted;
        }
        return connection.failed(purpose, e);
    }

    @Override
    public void close() {
        container.close();
    }
}
