package org.recipeharness.readiness;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Looks whether a TCP port accepts a connection and keeps it open.
 *
 * <p>Accepting alone proves nothing: the forwarder of a port that Docker publishes accepts what nobody in the container listens
 * for, and closes it at once. What listens there is not asked; a probe that speaks the app's protocol is better.
 *
 * @param name the probe's name
 * @param address where to connect to
 */
public record TcpProbe(String name, InetSocketAddress address) implements Probe {

    private static final Duration STAYS_OPEN = Duration.ofMillis(300);

    @Override
    public Look look(Duration limit) {
        try (var socket = new Socket()) {
            socket.connect(address, Math.toIntExact(limit.toMillis()));
            return staysOpen(socket)
                    ? Look.ready(address + " accepts connections")
                    : Look.notYet(
                            address + " accepts a connection and closes it at once: so looks a published port behind"
                                    + " which nothing listens yet");
        } catch (IOException e) {
            return Look.notYet("connecting to " + address + ": " + e.getMessage(), e);
        }
    }

    private static boolean staysOpen(Socket socket) throws IOException {
        socket.setSoTimeout(Math.toIntExact(STAYS_OPEN.toMillis()));
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            // It waits for us to speak.
            return true;
        }
    }
}
