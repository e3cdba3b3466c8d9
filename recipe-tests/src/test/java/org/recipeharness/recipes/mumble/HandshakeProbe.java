package org.recipeharness.recipes.mumble;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.recipeharness.readiness.Look;
import org.recipeharness.readiness.Probe;

/**
 * Looks whether a Mumble server can be joined, by joining it.
 *
 * <p>A look makes exactly one TCP connection. It counts for the server's autoban all the same, which by default bans an address
 * for its eleventh connection in two minutes: so a budget with many looks is for a server whose autoban is off.
 */
public final class HandshakeProbe implements Probe {

    private final InetSocketAddress server;
    private final Identity identity;

    /**
     * Prepares to look at a server.
     *
     * @param server where it listens
     * @param identity who joins it at each look, and leaves at once
     */
    public HandshakeProbe(InetSocketAddress server, Identity identity) {
        this.server = server;
        this.identity = identity;
    }

    @Override
    public String name() {
        return "handshake";
    }

    @Override
    public Look look(Duration limit) throws InterruptedException {
        long start = System.nanoTime();
        try (var session = MumbleSession.join(server, identity, limit)) {
            return Look.ready("ServerSync after "
                    + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms from Mumble " + session.release()
                    + ", " + session.channels().size() + " channels");
        } catch (IOException e) {
            // The words of a Reject are the server's, and may be many lines.
            return Look.notYet(String.valueOf(e.getMessage()).replaceAll("\\R", " "), e);
        }
    }
}
