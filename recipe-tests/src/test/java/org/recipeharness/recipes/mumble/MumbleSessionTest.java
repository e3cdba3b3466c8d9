package org.recipeharness.recipes.mumble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.recipes.mumble.wire.Authenticate;

@Timeout(30)
class MumbleSessionTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static SSLContext tls;

    @BeforeAll
    static void makeACertificate(@TempDir Path directory) throws Exception {
        tls = ServerCertificate.madeIn(directory);
    }

    @Test
    void knowsWhatTheServerHasTold() throws Exception {
        try (var server = MumbleScript.playing(tls, script -> script.welcome(script.meet()));
                var session = MumbleSession.join(server.address(), Identity.guest("alice"), LIMIT)) {
            assertThat(session.id()).isEqualTo(7);
            assertThat(session.self()).contains(new User(7, "alice", Channel.ROOT));
            assertThat(session.release()).isEqualTo("1.5.735");
            assertThat(session.channels()).containsOnlyKeys(0).containsValue(new Channel(Channel.ROOT, "Root"));
            assertThat(session.handshake())
                    .containsExactly(
                            MessageType.VERSION,
                            MessageType.CRYPT_SETUP,
                            MessageType.CODEC_VERSION,
                            MessageType.CHANNEL_STATE,
                            MessageType.PERMISSION_QUERY,
                            MessageType.USER_STATE,
                            MessageType.SERVER_SYNC);
            assertThat(HandshakeOrder.findings(session.handshake())).isEmpty();
        }
    }

    @Test
    void saysWhoItIs() throws Exception {
        var met = new CompletableFuture<Authenticate>();
        MumbleScript.Lines lines = script -> {
            Authenticate client = script.meet();
            met.complete(client);
            script.welcome(client);
        };
        try (var server = MumbleScript.playing(tls, lines);
                var session = MumbleSession.join(server.address(), new Identity("alice", "swordfish"), LIMIT)) {
            assertThat(session.self()).map(User::name).contains("alice");
            assertThat(met.get(5, TimeUnit.SECONDS))
                    .isEqualTo(Authenticate.newBuilder()
                            .setUsername("alice")
                            .setPassword("swordfish")
                            .setOpus(true)
                            .build());
        }
    }

    @Test
    void seesAUserWhoComesLater() throws Exception {
        MumbleScript.Lines lines = script -> {
            script.welcome(script.meet());
            script.sayUser(8, "carol");
            script.sayUser(9, "bob");
        };
        try (var server = MumbleScript.playing(tls, lines);
                var session = MumbleSession.join(server.address(), Identity.guest("alice"), LIMIT)) {
            assertThat(session.awaitUser("bob", LIMIT)).isEqualTo(new User(9, "bob", Channel.ROOT));
            assertThat(session.users()).containsOnlyKeys(7, 8, 9);
            assertThat(session.handshake()).endsWith(MessageType.SERVER_SYNC);
        }
    }

    @Test
    void seesAUserWhoWasThereBefore() throws Exception {
        MumbleScript.Lines lines = script -> {
            Authenticate client = script.meet();
            script.sayUser(3, "bob");
            script.welcome(client);
        };
        try (var server = MumbleScript.playing(tls, lines);
                var session = MumbleSession.join(server.address(), Identity.guest("alice"), LIMIT)) {
            assertThat(session.awaitUser("bob", LIMIT).session()).isEqualTo(3);
        }
    }

    @Test
    void doesNotTakeItselfForAnother() throws Exception {
        try (var server = MumbleScript.playing(tls, script -> script.welcome(script.meet()));
                var session = MumbleSession.join(server.address(), Identity.guest("alice"), LIMIT)) {
            assertThatThrownBy(() -> session.awaitUser("alice", Duration.ofMillis(200)))
                    .isInstanceOf(HandshakeException.class)
                    .hasMessage("Talking to the Mumble server 127.0.0.1:"
                            + server.address().getPort()
                            + ", stage listening after the sync: found no answer within 200 ms, expected a UserState of"
                            + " 'alice' beside the known [User[session=7, name=alice, channelId=0]]");
        }
    }

    @Test
    void saysGoodByeWhenClosed() throws Exception {
        var last = new CompletableFuture<Integer>();
        MumbleScript.Lines lines = script -> {
            script.welcome(script.meet());
            last.complete(script.lastByte());
        };
        try (var server = MumbleScript.playing(tls, lines)) {
            MumbleSession.join(server.address(), Identity.guest("alice"), LIMIT).close();

            assertThat(last.get(5, TimeUnit.SECONDS)).isEqualTo(-1);
        }
    }
}
