package org.recipeharness.recipes.mumble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.recipes.mumble.wire.Reject;

/** What breaks once there is a TLS connection. */
@Timeout(30)
class SyncFailureTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static SSLContext tls;

    @BeforeAll
    static void makeACertificate(@TempDir Path directory) throws Exception {
        tls = ServerCertificate.madeIn(directory);
    }

    @Test
    void tellsWhatCameBeforeTheServerFellSilent() throws IOException {
        // Long enough for the first TLS handshake of a Java on a busy machine, which takes a second.
        HandshakeException error = failure(MumbleScript::meet, Duration.ofSeconds(3));

        assertThat(error.stage()).isEqualTo(Stage.AUTHENTICATE);
        assertThat(error)
                .hasMessageEndingWith("stage authenticate: found no answer within 3000 ms after [VERSION],"
                        + " expected Version, then CryptSetup or Reject");
    }

    @Test
    void tellsWhatCameBeforeTheServerHungUp() throws IOException {
        HandshakeException error = failure(
                script -> {
                    script.meet();
                    script.say(MessageType.CRYPT_SETUP);
                    script.hangUp();
                },
                LIMIT);

        assertThat(error.stage()).isEqualTo(Stage.SYNC);
        assertThat(error)
                .hasMessageEndingWith("stage initial sync: found a connection closed by the server after"
                        + " [VERSION, CRYPT_SETUP], expected channels, users and ServerSync");
    }

    @Test
    void refusesAFrameThatNoMumbleSends() throws IOException {
        HandshakeException error =
                failure(script -> script.sayRaw("HTTP/1.1 400 Bad Request".getBytes(StandardCharsets.US_ASCII)), LIMIT);

        assertThat(error.stage()).isEqualTo(Stage.AUTHENTICATE);
        assertThat(error)
                .hasMessageContaining("found java.net.ProtocolException: a frame of type 18516 and 1414541105 bytes");
    }

    @Test
    void refusesAServerSyncWithoutASession() throws IOException {
        HandshakeException error = failure(
                script -> {
                    script.meet();
                    script.say(MessageType.CRYPT_SETUP);
                    script.say(MessageType.SERVER_SYNC);
                },
                LIMIT);

        assertThat(error)
                .hasMessageContaining("a ServerSync that names no session after [VERSION, CRYPT_SETUP, SERVER_SYNC]");
    }

    @Test
    void tellsARejectFromAFailure() throws IOException {
        MumbleScript.Lines lines = script -> {
            script.meet();
            script.reject(Reject.Type.WRONG_SERVER_PASSWORD, "Invalid server password");
        };
        try (var server = MumbleScript.playing(tls, lines)) {
            RejectedException error = catchThrowableOfType(
                    RejectedException.class,
                    () -> MumbleSession.join(server.address(), new Identity("alice", "swordfish"), LIMIT));

            assertThat(error.type()).isEqualTo(Reject.Type.WRONG_SERVER_PASSWORD);
            assertThat(error.reason()).isEqualTo("Invalid server password");
            assertThat(error)
                    .hasMessage("Joining the Mumble server 127.0.0.1:"
                            + server.address().getPort()
                            + " as alice (password ***): found Reject WRONG_SERVER_PASSWORD 'Invalid server password',"
                            + " expected ServerSync");
        }
    }

    private static HandshakeException failure(MumbleScript.Lines lines, Duration limit) throws IOException {
        try (var server = MumbleScript.playing(tls, lines)) {
            return catchThrowableOfType(
                    HandshakeException.class,
                    () -> MumbleSession.join(server.address(), Identity.guest("alice"), limit));
        }
    }
}
