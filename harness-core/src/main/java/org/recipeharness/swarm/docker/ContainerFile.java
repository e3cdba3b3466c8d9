package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.exception.NotFoundException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.recipeharness.swarm.SwarmException;

/**
 * A file in a container, reached through the engine's archives of one entry.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/PutContainerArchive">Engine
 *     API: container archives</a>
 */
final class ContainerFile {

    private final DockerConnection connection;
    private final String container;
    private final String folder;
    private final String name;

    ContainerFile(DockerConnection connection, String container, String file) {
        int slash = file.lastIndexOf('/');
        if (slash < 0 || slash == file.length() - 1) {
            throw new IllegalArgumentException(
                    "Naming a file in a container: found '" + file + "', expected /its/path");
        }
        this.connection = connection;
        this.container = container;
        this.folder = file.substring(0, slash + 1);
        this.name = file.substring(slash + 1);
    }

    void write(byte[] content) {
        byte[] archive = archive(content);
        connection.call(
                "Writing " + this,
                client -> client.copyArchiveToContainerCmd(container)
                        .withRemotePath(folder)
                        .withTarInputStream(new ByteArrayInputStream(archive))
                        .exec());
    }

    private byte[] archive(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            var entry = new TarArchiveEntry(name);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException("Packing " + this, e);
        }
        return bytes.toByteArray();
    }

    Optional<byte[]> read() {
        return connection.call("Reading " + this, client -> {
            try (InputStream archive =
                    client.copyArchiveFromContainerCmd(container, folder + name).exec()) {
                return Optional.of(content(archive));
            } catch (NotFoundException e) {
                return absent(e);
            } catch (IOException e) {
                throw new UncheckedIOException("Reading " + this, e);
            }
        });
    }

    /** The engine says "not found" of a file and of a container alike. */
    private Optional<byte[]> absent(NotFoundException e) {
        if (String.valueOf(e.getMessage()).contains("No such container")) {
            throw new SwarmException("Reading " + this + ": the container is gone", e);
        }
        return Optional.empty();
    }

    private byte[] content(InputStream archive) throws IOException {
        try (var tar = new TarArchiveInputStream(archive)) {
            TarArchiveEntry entry = tar.getNextEntry();
            if (entry == null || !entry.isFile()) {
                throw new SwarmException("Reading " + this + ": found what is not a file");
            }
            return tar.readAllBytes();
        }
    }

    @Override
    public String toString() {
        return folder + name + " in container " + container;
    }
}
