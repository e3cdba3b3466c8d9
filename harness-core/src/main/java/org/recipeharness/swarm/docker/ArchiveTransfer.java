package org.recipeharness.swarm.docker;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Moves an archive out of a container or into one, on a connection of its own.
 *
 * <p>docker-java hands an archive over in pieces of about 1 KB, which takes five to six times as long as the engine needs.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerArchive">Engine API:
 *     container archives</a>
 */
final class ArchiveTransfer {

    private static final int BUFFER = 1 << 16;

    private final EngineSocket socket;

    ArchiveTransfer(EngineSocket socket) {
        this.socket = socket;
    }

    /** Asks for what is at a path; empty where nothing is. The archive is read as the engine sends it. */
    Optional<InputStream> from(String container, String path) throws IOException {
        send(head("GET", container, path) + "\r\n");
        EngineAnswer answer = socket.answer();
        if (answer.is(200)) {
            return Optional.of(answer.body());
        }
        IOException refusal = answer.refusal();
        // The engine says "not found" of a path and of a container alike.
        if (answer.is(404) && !String.valueOf(refusal.getMessage()).contains("No such container")) {
            return Optional.empty();
        }
        throw refusal;
    }

    /** Has an archive unpacked in a folder. An archive that can't be read to its end is never ended towards the engine either. */
    void into(String container, String folder, InputStream archive) throws IOException {
        send(head("PUT", container, folder) + "Content-Type: application/x-tar\r\nTransfer-Encoding: chunked\r\n\r\n");
        byte[] buffer = new byte[BUFFER];
        for (int read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
            if (read > 0) {
                sendPart(ByteBuffer.wrap(buffer, 0, read));
            }
        }
        sendPart(ByteBuffer.allocate(0));
        EngineAnswer answer = socket.answer();
        if (!answer.is(200)) {
            throw answer.refusal();
        }
    }

    private static String head(String verb, String container, String path) {
        return verb + " /containers/" + container + "/archive?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8)
                + " HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n";
    }

    private void send(String head) throws IOException {
        socket.write(head.getBytes(StandardCharsets.US_ASCII));
    }

    private void sendPart(ByteBuffer content) throws IOException {
        try {
            socket.write(
                    StandardCharsets.US_ASCII.encode(Integer.toHexString(content.remaining()) + "\r\n"),
                    content,
                    StandardCharsets.US_ASCII.encode("\r\n"));
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            throw whyRefused(e);
        }
    }

    /** An engine that takes no more has mostly said why before it hung up. */
    private IOException whyRefused(IOException broken) {
        try {
            IOException refusal = socket.answer().refusal();
            refusal.addSuppressed(broken);
            return refusal;
        } catch (IOException silent) {
            broken.addSuppressed(silent);
            return broken;
        }
    }
}
