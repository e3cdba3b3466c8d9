package org.recipeharness.recipes.mumble;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A client that has joined a Mumble server.
 *
 * <p>It sends no pings, so a server drops it after its {@code timeout}, 30 s by default: it is for looking, not for staying. It
 * speaks the control channel only, no voice. One thread at a time.
 */
public final class MumbleSession implements AutoCloseable {

    // A good-bye fits the socket's buffer; only TLS 1.2 waits for the peer's, and a dead peer must not hold up a test's
    // end.
    private static final Duration CLOSE_LIMIT = Duration.ofMillis(200);

    private final Connection connection;
    private final Dialogue dialogue;
    private final Welcome welcome;

    private MumbleSession(Connection connection, Dialogue dialogue, Welcome welcome) {
        this.connection = connection;
        this.dialogue = dialogue;
        this.welcome = welcome;
    }

    /**
     * Joins a server: TCP, TLS, Version and Authenticate, and what the server answers up to ServerSync.
     *
     * <p>Makes exactly one TCP connection, whatever comes of it.
     *
     * @param server where it listens
     * @param identity who joins
     * @param limit how long all of it together may take
     * @return the session, synchronised
     * @throws HandshakeException when the talk broke off: at which stage, and what was found instead of what, is its message
     * @throws RejectedException when the server works and said no
     * @throws IOException when this machine has no socket left
     * @throws InterruptedException when the thread is interrupted; the connection is closed
     */
    public static MumbleSession join(InetSocketAddress server, Identity identity, Duration limit)
            throws IOException, InterruptedException {
        Connection connection = Connection.to(server);
        boolean joined = false;
        try {
            MumbleSession session = connection.within(limit, () -> greet(connection, identity));
            joined = true;
            return session;
        } finally {
            if (!joined) {
                connection.close();
            }
        }
    }

    private static MumbleSession greet(Connection connection, Identity identity) throws IOException {
        Dialogue dialogue = Dialogue.open(connection);
        dialogue.introduce(identity);
        return new MumbleSession(connection, dialogue, Welcome.receive(dialogue, identity));
    }

    /**
     * Reads on until another client with the given name is known.
     *
     * @param name the user name of the other client
     * @param limit how long to read on; after it the session is closed
     * @return the other client, which may have been there before
     * @throws HandshakeException when it is not seen within the limit, or the connection broke off
     * @throws InterruptedException when the thread is interrupted; the session is closed
     */
    public User awaitUser(String name, Duration limit) throws IOException, InterruptedException {
        connection.enter(Stage.LISTEN, "a UserState of '" + name + "' beside the known " + users().values());
        return connection.within(limit, () -> {
            Optional<User> seen = other(name);
            while (seen.isEmpty()) {
                dialogue.next();
                seen = other(name);
            }
            return seen.get();
        });
    }

    private Optional<User> other(String name) {
        return users().values().stream()
                .filter(user ->
                        user.session() != welcome.session() && user.name().equals(name))
                .findFirst();
    }

    /**
     * Tells the number of this session.
     *
     * @return the number that the server gave it
     */
    public int id() {
        return welcome.session();
    }

    /**
     * Finds this client among the users.
     *
     * @return this client as the server has described it; empty when it has not
     */
    public Optional<User> self() {
        return Optional.ofNullable(users().get(id()));
    }

    /**
     * Tells the server's release.
     *
     * @return as the server names itself, such as {@code 1.5.735}; empty when it doesn't
     */
    public String release() {
        return welcome.release();
    }

    /**
     * Lists the messages of the handshake, for {@link HandshakeOrder}.
     *
     * @return their types in the order of their arrival, up to and with ServerSync
     */
    public List<MessageType> handshake() {
        return welcome.order();
    }

    /**
     * Lists the channels.
     *
     * @return those that are known by now, by their number
     */
    public Map<Integer, Channel> channels() {
        return dialogue.roster().channels();
    }

    /**
     * Lists the users, this one included.
     *
     * @return those that are known by now, by their session
     */
    public Map<Integer, User> users() {
        return dialogue.roster().users();
    }

    /** Leaves the server. */
    @Override
    public void close() {
        connection.end(CLOSE_LIMIT, dialogue::end);
    }
}
