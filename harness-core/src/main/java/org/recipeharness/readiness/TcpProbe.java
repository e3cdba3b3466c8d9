package org.recipeharness.readiness;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * Looks whether a TCP port accepts a connection. It says nothing about what listens there, and a proxy in front of it may accept
 * what nobody serves: a probe that speaks the app's protocol is better.
 *
 * @param name the probe's name
 * @param address where to connect to
 */
public record TcpProbe(String name, InetSocketAddress address) implements Probe {

    @Override
    public Look look(Duration limit) {
        try (var socket = new Socket()) {
            socket.connect(address, Math.toIntExact(limit.toMillis()));
            return Look.ready(address + " accepts connections");
        } catch (IOException e) {
            return Look.notYet("connecting to " + address + ": " + e.getMessage(), e);
        }
    }
}
