package org.recipeharness.recipes.mumble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What breaks before there is a TLS connection. */
@Timeout(30)
class HandshakeFailureTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Test
    void namesTheStageOfARefusedConnect() throws IOException {
        try (var nobody = LoopbackServer.refusing()) {
            HandshakeException error = failure((InetSocketAddress) nobody.getLocalSocketAddress(), LIMIT);

            assertThat(error.stage()).isEqualTo(Stage.CONNECT);
            assertThat(error)
                    .hasMessage("Talking to the Mumble server 127.0.0.1:" + nobody.getLocalPort()
                            + ", stage TCP connect: found java.net.ConnectException: Connection refused,"
                            + " expected an open port");
        }
    }

    @Test
    void namesTheStageOfAnUnknownHost() {
        HandshakeException error = failure(InetSocketAddress.createUnresolved("mumble.invalid", 64_738), LIMIT);

        assertThat(error.stage()).isEqualTo(Stage.CONNECT);
        assertThat(error).hasMessageContaining("UnknownHostException: mumble.invalid");
    }

    @Test
    void endsAtTheLimitWhenTlsIsSilent() throws IOException {
        try (var server = LoopbackServer.silent()) {
            long start = System.nanoTime();
            HandshakeException error = failure(server.address(), SHORT);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT, Duration.ofSeconds(5));
            assertThat(error.stage()).isEqualTo(Stage.TLS);
            assertThat(error)
                    .hasMessageContaining(
                            "found no answer within 300 ms, expected the server's part of the TLS handshake."
                                    + " TCP was accepted and TLS is silent");
        }
    }

    @Test
    void endsAtTheLimitWhenTlsComesByteByByte() throws IOException {
        var end = new CountDownLatch(1);
        try (var server = LoopbackServer.playing(connection -> trickle(connection, end))) {
            long start = System.nanoTime();
            HandshakeException error = failure(server.address(), SHORT);
            end.countDown();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT, Duration.ofSeconds(5));
            assertThat(error.stage()).isEqualTo(Stage.TLS);
            assertThat(error).hasMessageContaining("found no answer within 300 ms");
        }
    }

    // The header of a 16 KiB handshake record, then its bytes, far slower than the limit is long.
    private static void trickle(Socket connection, CountDownLatch end) throws IOException {
        try {
            connection.getOutputStream().write(new byte[] {22, 3, 3, 64, 0});
            while (!end.await(20, TimeUnit.MILLISECONDS)) {
                connection.getOutputStream().write(0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void suspectsAutobanWhenTheServerEndsTheConnectionInTls() throws IOException {
        try (var server = LoopbackServer.playing(Socket::shutdownOutput)) {
            assertSuspectsAutoban(failure(server.address(), LIMIT));
        }
    }

    @Test
    void suspectsAutobanWhenTheServerResetsTheConnectionInTls() throws IOException {
        LoopbackServer.Script reset = connection -> {
            connection.setSoLinger(true, 0);
            connection.close();
        };
        try (var server = LoopbackServer.playing(reset)) {
            assertSuspectsAutoban(failure(server.address(), LIMIT));
        }
    }

    private static void assertSuspectsAutoban(HandshakeException error) {
        assertThat(error.stage()).isEqualTo(Stage.TLS);
        assertThat(error)
                .hasMessageContaining("found a connection closed by the server, expected the server's part of the TLS")
                .hasMessageContaining("Mumble's autoban")
                .hasMessageContaining("AUTOBAN_ATTEMPTS=0");
    }

    @Test
    void doesNotSuspectAutobanWhenThePeerSpeaksNoTls() throws IOException {
        LoopbackServer.Script web = connection -> connection
                .getOutputStream()
                .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        try (var server = LoopbackServer.playing(web)) {
            HandshakeException error = failure(server.address(), LIMIT);

            assertThat(error.stage()).isEqualTo(Stage.TLS);
            assertThat(error)
                    .hasMessageContaining("found javax.net.ssl.SSLException: Unsupported or unrecognized SSL message")
                    .hasMessageNotContaining("autoban");
        }
    }

    @Test
    void endsAtOnceWhenInterrupted() throws Exception {
        var connected = new CountDownLatch(1);
        ExecutorService clients = Executors.newSingleThreadExecutor();
        try (var server = LoopbackServer.playing(connection -> {
            // The first byte of the client's hello: the client waits for an answer from now on.
            connection.getInputStream().read();
            connected.countDown();
        })) {
            Future<Throwable> end = clients.submit(() -> Assertions.catchThrowable(
                    () -> MumbleSession.join(server.address(), Identity.guest("alice"), LIMIT)));
            assertThat(connected.await(5, TimeUnit.SECONDS)).isTrue();
            clients.shutdownNow();

            assertThat(end.get(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        } finally {
            clients.shutdownNow();
        }
    }

    private static HandshakeException failure(InetSocketAddress server, Duration limit) {
        return catchThrowableOfType(
                HandshakeException.class, () -> MumbleSession.join(server, Identity.guest("alice"), limit));
    }
}
