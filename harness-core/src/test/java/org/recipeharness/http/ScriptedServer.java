package org.recipeharness.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Takes connections on the loopback address and does with each what a script says; then closes it. */
final class ScriptedServer implements AutoCloseable {

    @FunctionalInterface
    interface Script {
        void play(Socket connection) throws Exception;
    }

    private final ServerSocket listening;
    private final Script script;
    private final CountDownLatch taken = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "scripted-server");
        thread.setDaemon(true);
        return thread;
    });

    private ScriptedServer(ServerSocket listening, Script script) {
        this.listening = listening;
        this.script = script;
        threads.execute(this::serve);
    }

    static ScriptedServer playing(Script script) throws IOException {
        return playing(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), script);
    }

    static ScriptedServer playing(ServerSocket listening, Script script) {
        return new ScriptedServer(listening, script);
    }

    /** Reads a request to its empty line, and then writes. */
    static Script saying(String answer) {
        return connection -> {
            readHead(connection);
            connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            connection.getOutputStream().flush();
        };
    }

    /** Does a thing, and leaves the connection open until the end of the test, which interrupts it. */
    static Script stayingOpenAfter(Script before) {
        return connection -> {
            before.play(connection);
            new CountDownLatch(1).await();
        };
    }

    static void readHead(Socket connection) throws IOException {
        var in = connection.getInputStream();
        int last = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n' && last == '\n') {
                return;
            }
            last = next == '\r' ? last : next;
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    boolean hasTakenAConnection() throws InterruptedException {
        return taken.await(20, TimeUnit.SECONDS);
    }

    private void serve() {
        while (!listening.isClosed()) {
            try {
                Socket connection = listening.accept();
                taken.countDown();
                threads.execute(() -> play(connection));
            } catch (IOException e) {
                return; // The end of the test.
            }
        }
    }

    private void play(Socket connection) {
        try (connection) {
            script.play(connection);
        } catch (Exception e) {
            // The client has left, or the test is over.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
