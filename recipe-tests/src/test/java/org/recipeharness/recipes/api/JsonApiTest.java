package org.recipeharness.recipes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JsonApiTest {

    private static final byte[] BODY = "{\"id\":\"7\"}".getBytes(StandardCharsets.UTF_8);

    private final Queue<Integer> statuses = new ArrayDeque<>();
    private final HttpServer server;
    private final JsonApi api;

    JsonApiTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(statuses.remove(), BODY.length);
            exchange.getResponseBody().write(BODY);
            exchange.close();
        });
        server.start();
        api = new JsonApi(
                "Board", URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksOnceMoreWhatIsAnsweredWithAFailure() throws IOException, InterruptedException {
        statuses.addAll(List.of(500, 201));

        assertThat(api.ask(api.post("posts", Map.of("message", "in")), 201)
                        .path("id")
                        .asText())
                .isEqualTo("7");
    }

    @Test
    void takesASecondFailureForOne() {
        statuses.addAll(List.of(500, 500, 201));

        assertThatIOException()
                .isThrownBy(() -> api.ask(api.request("posts").GET(), 200, 201))
                .withMessage(
                        "Asking Board, GET http://127.0.0.1:%d/api/posts: status 500, expected 200 or 201."
                                + " It said: {\"id\":\"7\"}",
                        server.getAddress().getPort());
        assertThat(statuses).hasSize(1);
    }

    @Test
    void asksNoMoreWhatIsRefused() {
        statuses.addAll(List.of(401, 200));

        assertThatIOException()
                .isThrownBy(() -> api.send(api.request("posts").GET(), 200))
                .withMessageContaining("status 401, expected 200.");
        assertThat(statuses).hasSize(1);
    }
}
