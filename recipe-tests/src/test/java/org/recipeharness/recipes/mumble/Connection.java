package org.recipeharness.recipes.mumble;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;

/**
 * One connection to a server, over which every talk has a limit, and every failure says how far the talk had come.
 *
 * <p>It makes exactly one TCP connection: a server's autoban counts them. It is built on a {@link SocketChannel}, because that
 * ends a blocked connect, read or write when its thread is interrupted, which a plain socket does not.
 */
final class Connection implements AutoCloseable {

    /** A piece of talk over a connection. */
    @FunctionalInterface
    interface Talk<T> {
        T run() throws IOException;
    }

    private final InetSocketAddress server;
    private final SocketChannel tcp;
    private final List<MessageType> heard = new ArrayList<>();
    private Stage stage = Stage.CONNECT;
    private String expected = "an open port";

    private Connection(InetSocketAddress server, SocketChannel tcp) {
        this.server = server;
        this.tcp = tcp;
    }

    /** Prepares a connection, without connecting yet. */
    static Connection to(InetSocketAddress server) throws IOException {
        return new Connection(server, SocketChannel.open());
    }

    /** Connects and does the TLS handshake. */
    SSLSocket secure() throws IOException {
        if (server.isUnresolved()) {
            throw new UnknownHostException(server.getHostString());
        }
        tcp.connect(server);
        enter(Stage.TLS, "the server's part of the TLS handshake");
        return SelfSignedTls.over(tcp.socket(), server);
    }

    /** Writes the peer's address as people do. */
    String address() {
        return server.getHostString() + ":" + server.getPort();
    }

    void enter(Stage stage, String expected) {
        this.stage = stage;
        this.expected = expected;
    }

    void hear(MessageType type) {
        heard.add(type);
    }

    /** Lists the messages of the latest talk, in the order of their arrival. */
    List<MessageType> heard() {
        return List.copyOf(heard);
    }

    /**
     * Holds a talk to a limit; when that is over, the connection is closed.
     *
     * @throws HandshakeException when the talk breaks off or the limit is over
     * @throws RejectedException when the server says no
     * @throws InterruptedException when the thread is interrupted; the connection is closed
     */
    <T> T within(Duration limit, Talk<T> talk) throws IOException, InterruptedException {
        heard.clear();
        try (var deadline = new Deadline(limit, tcp)) {
            return inTime(deadline, limit, talk);
        }
    }

    private <T> T inTime(Deadline deadline, Duration limit, Talk<T> talk) throws IOException, InterruptedException {
        try {
            T said = talk.run();
            if (deadline.met()) {
                return said;
            }
            throw new SocketTimeoutException("The last answer came too late");
        } catch (RejectedException e) {
            throw e;
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw interrupted(e);
            }
            var breakdown = new Breakdown(address(), stage, heard(), expected);
            throw deadline.passed() ? breakdown.silence(limit, e) : breakdown.error(e);
        }
    }

    private InterruptedException interrupted(IOException cause) {
        var interrupted = new InterruptedException("Interrupted while talking to the Mumble server, stage: " + stage);
        interrupted.initCause(cause);
        return interrupted;
    }

    /** Says good-bye within a limit, and hangs up whatever comes of it. */
    void end(Duration limit, Closeable goodbye) {
        try (tcp) {
            within(limit, () -> {
                goodbye.close();
                return "";
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // The peer is gone already, which is where this was to lead.
        }
    }

    /** Hangs up. */
    @Override
    public void close() throws IOException {
        tcp.close();
    }
}
