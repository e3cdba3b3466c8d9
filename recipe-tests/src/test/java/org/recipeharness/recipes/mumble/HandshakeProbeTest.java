package org.recipeharness.recipes.mumble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.readiness.Look;
import org.recipeharness.recipes.mumble.wire.Reject;

@Timeout(30)
class HandshakeProbeTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static SSLContext tls;

    @BeforeAll
    static void makeACertificate(@TempDir Path directory) throws Exception {
        tls = ServerCertificate.madeIn(directory);
    }

    @Test
    void isReadyAfterAWholeHandshake() throws Exception {
        try (var server = MumbleScript.playing(tls, script -> script.welcome(script.meet()))) {
            Look look = probe(server.address()).look(LIMIT);

            assertThat(look)
                    .isInstanceOfSatisfying(
                            Look.Ready.class,
                            ready -> assertThat(ready.seen())
                                    .matches("ServerSync after \\d+ ms from Mumble 1\\.5\\.735, 1 channels"));
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void takesARejectForNotReady() throws Exception {
        MumbleScript.Lines lines = script -> {
            script.meet();
            script.reject(Reject.Type.SERVER_FULL, "Server is full,\ncome back later");
        };
        try (var server = MumbleScript.playing(tls, lines)) {
            assertNotYet(
                    probe(server.address()).look(LIMIT), "found Reject SERVER_FULL 'Server is full, come back later'");
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void takesARefusalForNotReady() throws Exception {
        try (var nobody = LoopbackServer.refusing()) {
            assertNotYet(
                    probe((InetSocketAddress) nobody.getLocalSocketAddress()).look(LIMIT), "Connection refused");
        }
    }

    @Test
    void takesSilenceForNotReady() throws Exception {
        try (var server = LoopbackServer.silent()) {
            assertNotYet(probe(server.address()).look(Duration.ofMillis(200)), "no answer within 200 ms");
            await().atMost(LIMIT).until(server::accepted, Integer.valueOf(1)::equals);
        }
    }

    @Test
    void triesNoSecondTimeWhenTheServerCloses() throws Exception {
        try (var server = LoopbackServer.playing(Socket::close)) {
            assertNotYet(probe(server.address()).look(LIMIT), "a connection closed by the server");
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    private static HandshakeProbe probe(InetSocketAddress server) {
        return new HandshakeProbe(server, Identity.guest("probe"));
    }

    private static void assertNotYet(Look look, String reason) {
        assertThat(look).isInstanceOfSatisfying(Look.NotYet.class, notYet -> {
            assertThat(notYet.reason()).contains(reason).hasLineCount(1);
            assertThat(notYet.cause()).isInstanceOf(IOException.class);
        });
    }
}
