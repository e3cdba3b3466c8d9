package org.recipeharness.recipes.mumble;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;

/** Accepts every connection on the loopback address, and does with it what a script says. */
final class LoopbackServer implements AutoCloseable {

    /** What the server does with a connection; the connection stays open until the server is closed, unless it closes it. */
    @FunctionalInterface
    interface Script {
        void play(Socket connection) throws IOException;
    }

    // Without a name, so that messages show the address itself.
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final ServerSocket listening;
    private final Script script;
    private final List<Socket> connections = new ArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();

    private LoopbackServer(Script script) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.getByAddress(LOOPBACK));
        this.script = script;
    }

    static LoopbackServer playing(Script script) throws IOException {
        var server = new LoopbackServer(script);
        var thread = new Thread(server::serve, "loopback-server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    /** A server that takes TCP and then says nothing, as a paused one does. */
    static LoopbackServer silent() throws IOException {
        return playing(connection -> {});
    }

    /** A port that is taken and refuses every connection; other programs can't get it before it is closed. */
    static Socket refusing() throws IOException {
        var bound = new Socket();
        bound.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0));
        return bound;
    }

    private void serve() {
        try {
            while (true) {
                Socket connection = listening.accept();
                accepted.incrementAndGet();
                keep(connection);
                play(connection);
            }
        } catch (IOException e) {
            // The listening socket was closed: the end of the test.
        }
    }

    private void play(Socket connection) throws IOException {
        try {
            script.play(connection);
        } catch (SocketException | SSLException e) {
            // The client has left in the middle of the script, as some tests want it to.
        }
    }

    // A connection can still come out of accept() while the listening socket is being closed.
    private synchronized void keep(Socket connection) throws IOException {
        if (listening.isClosed()) {
            connection.close();
        }
        connections.add(connection);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(listening.getInetAddress(), listening.getLocalPort());
    }

    int accepted() {
        return accepted.get();
    }

    @Override
    public synchronized void close() throws IOException {
        listening.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
