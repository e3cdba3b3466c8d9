package org.recipeharness.onswarm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A registry whose images never arrive whole: of one nothing is told at all, of the others some bytes come now and then. */
final class SlowRegistry implements AutoCloseable {

    private static final String MANIFEST_TYPE = "application/vnd.docker.distribution.manifest.v2+json";
    private static final byte[] MANIFEST =
            """
            {"schemaVersion": 2, "mediaType": "%1$s",
             "config": {"mediaType": "application/vnd.docker.container.image.v1+json", "size": 9, "digest": "sha256:%2$s"},
             "layers": [{"mediaType": "application/vnd.docker.image.rootfs.diff.tar.gzip", "size": 9000000, "digest": "sha256:%3$s"}]}
            """.formatted(MANIFEST_TYPE, "0".repeat(64), "1".repeat(64)).getBytes(StandardCharsets.UTF_8);
    private static final long NOW_AND_THEN_MILLIS = 50;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch sending = new CountDownLatch(1);
    private final CountDownLatch refused = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    SlowRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    String silentImage() {
        return image("silent:1");
    }

    String slowImage() {
        return image("slow:1");
    }

    private String image(String nameAndTag) {
        return "127.0.0.1:" + server.getAddress().getPort() + "/" + nameAndTag;
    }

    boolean awaitSending(Duration longest) throws InterruptedException {
        return sending.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Tells whether who was being sent an image has gone away. */
    boolean awaitRefusal(Duration longest) throws InterruptedException {
        return refused.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/v2/")) {
                exchange.sendResponseHeaders(200, -1);
            } else if (path.startsWith("/v2/silent/")) {
                closed.await();
            } else if (path.contains("/manifests/")) {
                sendManifest(exchange);
            } else {
                trickle(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sendManifest(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", MANIFEST_TYPE);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(MANIFEST.length));
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, MANIFEST.length);
            exchange.getResponseBody().write(MANIFEST);
        }
    }

    private void trickle(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        sending.countDown();
        try {
            while (!closed.await(NOW_AND_THEN_MILLIS, TimeUnit.MILLISECONDS)) {
                out.write(new byte[100]);
                out.flush();
            }
        } catch (IOException e) {
            refused.countDown();
            throw e;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
