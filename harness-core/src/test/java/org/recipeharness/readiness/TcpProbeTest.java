package org.recipeharness.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TcpProbeTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private ServerSocket server;
    private TcpProbe probe;
    private final List<SocketChannel> queued = new ArrayList<>();

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        probe = new TcpProbe("port", (InetSocketAddress) server.getLocalSocketAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        for (SocketChannel channel : queued) {
            channel.close();
        }
    }

    @Test
    void isReadyWhenAConnectionStaysOpen() {
        assertThat(probe.look(LIMIT)).isEqualTo(Look.ready(server.getLocalSocketAddress() + " accepts connections"));
    }

    @Test
    void isReadyWhenTheServerSpeaksFirst() throws Exception {
        CompletableFuture<Void> serving =
                serving(socket -> socket.getOutputStream().write('x'));

        assertThat(probe.look(LIMIT)).isInstanceOf(Look.Ready.class);
        serving.get();
    }

    @Test
    void isNotReadyWhenAConnectionIsClosedAtOnce() throws Exception {
        CompletableFuture<Void> serving = serving(socket -> {});

        assertThat(probe.look(LIMIT)).isInstanceOf(Look.NotYet.class);
        serving.get();
    }

    /** Accepts one connection, and closes it when it has been served. */
    private CompletableFuture<Void> serving(Service service) {
        return CompletableFuture.runAsync(() -> {
            try (Socket socket = server.accept()) {
                service.serve(socket);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @FunctionalInterface
    private interface Service {
        void serve(Socket socket) throws IOException;
    }

    @Test
    void givesARefusedConnectionAsReason() throws IOException {
        SocketAddress address = server.getLocalSocketAddress();
        server.close();

        assertThat(probe.look(LIMIT)).isInstanceOfSatisfying(Look.NotYet.class, look -> {
            assertThat(look.reason()).startsWith("connecting to " + address).containsIgnoringCase("refused");
            assertThat(look.cause()).isInstanceOf(IOException.class);
        });
    }

    @Test
    void waitsForASilentHostNoLongerThanItsLimit() throws IOException {
        fillQueue();

        assertThat(probe.look(Duration.ofMillis(100))).isInstanceOf(Look.NotYet.class);
    }

    /** A full queue of connections that nobody accepts makes the kernel drop further ones without an answer. */
    private void fillQueue() throws IOException {
        for (int i = 0; i < 8; i++) {
            var channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.connect(server.getLocalSocketAddress());
            queued.add(channel);
        }
    }
}
