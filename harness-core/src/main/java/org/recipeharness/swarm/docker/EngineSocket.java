package org.recipeharness.swarm.docker;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.recipeharness.swarm.SwarmException;

/** A connection to the engine that is taken over for what one program reads and writes. */
final class EngineSocket implements AutoCloseable {

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
                        "Running a command in a container through the engine at " + host
                                + ": only unix:// and tcp:// engines can be reached for that. Set DOCKER_HOST to such an address");
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

    private ProgramOutput takeOver(String path, String body) throws IOException {
        write(("POST " + path + " HTTP/1.1\r\nHost: docker\r\nContent-Type: application/json\r\n"
                        + "Connection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII));
        var answer = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
        expectUpgrade(answer);
        return new ProgramOutput(answer);
    }

    private void feed(byte[] input) {
        try {
            write(input);
            channel.shutdownOutput();
        } catch (IOException e) {
            // The command ended without reading all of it; its exit code tells whether that was right.
        }
    }

    private synchronized void write(byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static void expectUpgrade(InputStream answer) throws IOException {
        String status = line(answer);
        int length = 0;
        for (String header = line(answer); !header.isEmpty(); header = line(answer)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            }
        }
        if (!status.contains(" 101 ") && !status.contains(" 200 ")) {
            String said = new String(answer.readNBytes(length), StandardCharsets.UTF_8).strip();
            throw new IOException("the engine answered '" + status + "': " + said);
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the engine closed the connection within its answer's head");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.US_ASCII).stripTrailing();
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
