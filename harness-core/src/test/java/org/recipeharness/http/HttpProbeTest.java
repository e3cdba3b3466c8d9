package org.recipeharness.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.readiness.Look;

@Timeout(30)
class HttpProbeTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            int status = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            exchange.getResponseHeaders().set("Location", "/404");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 302, 399})
    void isReadyByAStatusBelow400AndFollowsNoRedirect(int status) throws InterruptedException {
        URI address = address(status);

        assertThat(look(address)).isEqualTo(Look.ready("GET " + address + " answered " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 502, 503})
    void isNotReadyByAStatusFrom400(int status) throws InterruptedException {
        URI address = address(status);

        assertThat(look(address)).isEqualTo(Look.notYet("GET " + address + " answered " + status));
    }

    @Test
    void givesARefusedConnectionAsReason() throws InterruptedException {
        URI address = address(200);
        server.stop(0);

        assertThat(look(address)).isInstanceOfSatisfying(Look.NotYet.class, look -> {
            assertThat(look.reason()).startsWith("GET " + address + ": ").containsIgnoringCase("refused");
            assertThat(look.cause()).isInstanceOf(IOException.class);
        });
    }

    @Test
    void waitsForAServerThatNeverAnswersNoLongerThanItsLimit() throws IOException, InterruptedException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");

            Look look = new HttpProbe("web", address).look(Duration.ofMillis(100));

            assertThat(look).isInstanceOf(Look.NotYet.class);
        }
    }

    private URI address(int status) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + status);
    }

    private static Look look(URI address) throws InterruptedException {
        return new HttpProbe("web", address).look(LIMIT);
    }
}
