package org.recipeharness.swarm.docker;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.recipeharness.swarm.SwarmException;

/** A connection to the engine that is taken over for one program or one archive. */
final class EngineSocket implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final SocketChannel channel;

    private EngineSocket(SocketChannel channel) {
        this.channel = channel;
    }

    static EngineSocket open(URI host) throws IOException {
        return new EngineSocket(SocketChannel.open(address(host)));
    }

    private static SocketAddress address(URI host) {
        return switch (String.valueOf(host.getScheme())) {
            case "unix" -> UnixDomainSocketAddress.of(host.getPath());
            case "tcp", "http" -> new InetSocketAddress(host.getHost(), host.getPort());
            default ->
                throw new SwarmException(
                        "Opening a connection to the engine at " + host
                                + " for a command or an archive: only unix:// and tcp:// engines can be reached for that. Set DOCKER_HOST to such an address");
        };
    }

    ExecOutput exec(String exec, String input) throws IOException {
        ProgramOutput output = takeOver("/exec/" + exec + "/start", "{\"Detach\":false,\"Tty\":false}");
        // Beside the reading, since a command may write much before it has read all.
        var feeding = new Thread(() -> feed(input.getBytes(StandardCharsets.UTF_8)), "exec-input");
        feeding.setDaemon(true);
        feeding.start();
        String out = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        return new ExecOutput(out, output.errors());
    }

    /** Attaches to a container that is not started yet, so that nothing of what it writes is missed. */
    ProgramOutput attach(String container) throws IOException {
        return takeOver("/containers/" + container + "/attach?stream=1&stdout=1&stderr=1", "");
    }

    /** Posts what docker-java has no command for. */
    EngineAnswer post(String path, byte[] json) throws IOException {
        write(
                ByteBuffer.wrap(("POST " + path + " HTTP/1.1\r\nHost: docker\r\nContent-Type: application/json\r\n"
                                + "Connection: close\r\nContent-Length: " + json.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII)),
                ByteBuffer.wrap(json));
        return answer();
    }

    private ProgramOutput takeOver(String path, String body) throws IOException {
        write(("POST " + path + " HTTP/1.1\r\nHost: docker\r\nContent-Type: application/json\r\n"
                        + "Connection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII));
        EngineAnswer answer = answer();
        if (!answer.is(101) && !answer.is(200)) {
            throw answer.refusal();
        }
        return new ProgramOutput(new DataInputStream(answer.body()));
    }

    private void feed(byte[] input) {
        try {
            write(input);
            channel.shutdownOutput();
        } catch (IOException e) {
            // The command ended without reading all of it; its exit code tells whether that was right.
        }
    }

    synchronized void write(byte[] bytes) throws IOException {
        write(ByteBuffer.wrap(bytes));
    }

    /** Sends several pieces at once, in their order. */
    synchronized void write(ByteBuffer... pieces) throws IOException {
        ByteBuffer last = pieces[pieces.length - 1];
        while (last.hasRemaining()) {
            channel.write(pieces);
        }
    }

    /** Waits for the answer to what was sent. */
    EngineAnswer answer() throws IOException {
        return EngineAnswer.of(new BufferedInputStream(Channels.newInputStream(channel), BUFFER));
    }

    /** Ends whatever waits on this connection. */
    void abandon() {
        close();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Closing the connection to the engine", e);
        }
    }
}
