package org.recipeharness.recipes.mumble;

import com.google.protobuf.MessageLite;
import java.io.IOException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.recipeharness.recipes.mumble.wire.Authenticate;
import org.recipeharness.recipes.mumble.wire.ChannelState;
import org.recipeharness.recipes.mumble.wire.Reject;
import org.recipeharness.recipes.mumble.wire.ServerSync;
import org.recipeharness.recipes.mumble.wire.UserState;
import org.recipeharness.recipes.mumble.wire.Version;

/** A server's side of a talk over TLS, line by line. */
final class MumbleScript {

    /** What is said on the server's side. */
    @FunctionalInterface
    interface Lines {
        void play(MumbleScript server) throws IOException;
    }

    private final SSLSocket tls;
    private final ControlChannel channel;

    private MumbleScript(SSLSocket tls) throws IOException {
        this.tls = tls;
        this.channel = new ControlChannel(tls.getInputStream(), tls.getOutputStream());
    }

    static LoopbackServer playing(SSLContext context, Lines lines) throws IOException {
        return LoopbackServer.playing(connection -> {
            SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(connection, null, true);
            tls.setUseClientMode(false);
            lines.play(new MumbleScript(tls));
        });
    }

    /** Says its own Version, and reads the client's first two messages. */
    Authenticate meet() throws IOException {
        say(MessageType.VERSION, Version.newBuilder().setRelease("1.5.735").build());
        channel.read();
        return Authenticate.parseFrom(channel.read().payload());
    }

    /** Says the whole of a handshake in the order of a real server; the client is session 7. */
    void welcome(Authenticate client) throws IOException {
        say(MessageType.CRYPT_SETUP);
        say(MessageType.CODEC_VERSION);
        say(
                MessageType.CHANNEL_STATE,
                ChannelState.newBuilder().setChannelId(0).setName("Root").build());
        say(MessageType.PERMISSION_QUERY);
        sayUser(7, client.getUsername());
        say(MessageType.SERVER_SYNC, ServerSync.newBuilder().setSession(7).build());
    }

    void sayUser(int session, String name) throws IOException {
        say(
                MessageType.USER_STATE,
                UserState.newBuilder().setSession(session).setName(name).build());
    }

    void reject(Reject.Type type, String reason) throws IOException {
        say(
                MessageType.REJECT,
                Reject.newBuilder().setType(type).setReason(reason).build());
    }

    void say(MessageType type, MessageLite message) throws IOException {
        channel.write(type, message);
    }

    /** Says a message of which nothing but its type matters. */
    void say(MessageType type) throws IOException {
        channel.write(type, Version.getDefaultInstance());
    }

    void sayRaw(byte[] bytes) throws IOException {
        tls.getOutputStream().write(bytes);
    }

    /** Reads the byte after the client's last message: -1 for a good-bye, an exception for a torn line. */
    int lastByte() throws IOException {
        return tls.getInputStream().read();
    }

    void hangUp() throws IOException {
        tls.close();
    }
}
