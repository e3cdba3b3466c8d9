package org.recipeharness.checkout;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

/** Serves a folder of repositories as a forge does: git's own {@code http-backend} behind the server of the JDK. */
final class GitHttpServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger transfers = new AtomicInteger();
    private final Path folder;
    private volatile Optional<String> login = Optional.empty();
    private volatile Sending packs = InputStream::transferTo;

    GitHttpServer(Path folder) throws IOException {
        this.folder = folder;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** How often objects were sent. */
    int transfers() {
        return transfers.get();
    }

    void requireLogin(String userAndPassword) {
        login = Optional.of(userAndPassword);
    }

    void sendPacks(Sending how) {
        packs = how;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isAllowed(exchange)) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"forge\"");
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            byte[] body = exchange.getRequestBody().readAllBytes();
            Process backend = backend(exchange);
            try (OutputStream input = backend.getOutputStream()) {
                input.write(body);
            }
            boolean transfer = text(exchange, body).contains("command=fetch");
            if (transfer) {
                transfers.incrementAndGet();
            }
            answer(exchange, backend.getInputStream(), transfer ? packs : InputStream::transferTo);
        }
    }

    private boolean isAllowed(HttpExchange exchange) {
        String sent = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        return login.map(expected ->
                        "Basic " + Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8)))
                .map(sent::equals)
                .orElse(true);
    }

    private Process backend(HttpExchange exchange) throws IOException {
        var builder = new ProcessBuilder("git", "http-backend").redirectError(ProcessBuilder.Redirect.INHERIT);
        var environment = builder.environment();
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_PROJECT_ROOT", folder.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        environment.put("PATH_INFO", exchange.getRequestURI().getPath());
        environment.put(
                "QUERY_STRING",
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
        header(exchange, "Content-Type").ifPresent(type -> environment.put("CONTENT_TYPE", type));
        header(exchange, "Content-Encoding").ifPresent(coding -> environment.put("HTTP_CONTENT_ENCODING", coding));
        header(exchange, "Git-Protocol").ifPresent(protocol -> environment.put("GIT_PROTOCOL", protocol));
        return builder.start();
    }

    private static void answer(HttpExchange exchange, InputStream output, Sending how) throws IOException {
        int status = 200;
        for (String line = line(output); !line.isEmpty(); line = line(output)) {
            String[] header = line.split(": ", 2);
            if (header[0].equals("Status")) {
                status = Integer.parseInt(header[1].substring(0, 3));
            } else {
                exchange.getResponseHeaders().set(header[0], header[1]);
            }
        }
        exchange.sendResponseHeaders(status, 0);
        how.send(output, exchange.getResponseBody());
    }

    private static String line(InputStream output) throws IOException {
        var line = new StringBuilder();
        for (int next = output.read(); next != '\n' && next >= 0; next = output.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static String text(HttpExchange exchange, byte[] body) throws IOException {
        boolean zipped =
                header(exchange, "Content-Encoding").filter("gzip"::equals).isPresent();
        try (InputStream plain =
                zipped ? new GZIPInputStream(new ByteArrayInputStream(body)) : new ByteArrayInputStream(body)) {
            return new String(plain.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** How the answer with the objects goes out. */
    @FunctionalInterface
    interface Sending {
        void send(InputStream pack, OutputStream client) throws IOException;
    }
}
