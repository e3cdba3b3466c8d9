package org.recipeharness.recipes.mumble;

import java.io.IOException;
import javax.net.ssl.SSLSocket;
import org.recipeharness.recipes.mumble.wire.Authenticate;
import org.recipeharness.recipes.mumble.wire.Version;

/** What is said between a client and a server, and what the client learns from it about who is there. */
final class Dialogue {

    // 1.5 is the first with both fields; an older client is told in text messages what it lacks.
    private static final Version OURS = Version.newBuilder()
            .setVersionV1(0x01_05_00)
            .setVersionV2(0x0001_0005_0000_0000L)
            .setRelease("Recipe Harness")
            .build();

    private final Connection connection;
    private final SSLSocket tls;
    private final ControlChannel channel;
    private final Roster roster = new Roster();

    private Dialogue(Connection connection, SSLSocket tls) throws IOException {
        this.connection = connection;
        this.tls = tls;
        this.channel = new ControlChannel(tls.getInputStream(), tls.getOutputStream());
    }

    /** Connects. */
    static Dialogue open(Connection connection) throws IOException {
        return new Dialogue(connection, connection.secure());
    }

    /** Says who the client is; the server's own Version is on its way meanwhile. */
    void introduce(Identity identity) throws IOException {
        connection.enter(Stage.AUTHENTICATE, "Version, then CryptSetup or Reject");
        channel.write(MessageType.VERSION, OURS);
        channel.write(
                MessageType.AUTHENTICATE,
                Authenticate.newBuilder()
                        .setUsername(identity.name())
                        .setPassword(identity.password())
                        .setOpus(true)
                        .build());
    }

    /** Waits for the next message and takes in what it tells. */
    Message next() throws IOException {
        Message message = channel.read();
        connection.hear(message.type());
        roster.note(message);
        return message;
    }

    Connection connection() {
        return connection;
    }

    Roster roster() {
        return roster;
    }

    /** Says good-bye in TLS and hangs up. */
    void end() throws IOException {
        tls.close();
    }
}
