package org.recipeharness.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.recipe.RecipeName;

/** Recipes from a forge that only a proxy can reach. */
@Timeout(60)
class CatalogueThroughProxyTest {

    private static final RecipeName GITEA = new RecipeName("gitea");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void fetchesThroughTheProxyOfTheEnvironment() throws Exception {
        RealGit.publish(folder.resolve("repositories/coop-cloud"), "gitea").release("1.0.0+1.0");
        // A server answers a proxy's client as any other: only the address in its request is a whole one.
        try (var proxy = new GitHttpServer(folder.resolve("repositories"))) {
            String address = "127.0.0.1:" + proxy.address().getPort();

            Checkout checkout = checkOut("http://git.example.invalid/coop-cloud", Map.of("http_proxy", address));

            assertThat(checkout.ref()).isEqualTo("1.0.0+1.0");
            assertThat(proxy.transfers()).isEqualTo(1);
        }
    }

    @Test
    void sendsTheProxysLogin() throws Exception {
        try (var proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<List<String>> asked = CompletableFuture.supplyAsync(() -> refused(proxy));

            assertThatThrownBy(() -> checkOut(
                            "http://git.example.invalid/coop-cloud",
                            Map.of("http_proxy", "http://anna:secret@127.0.0.1:" + proxy.getLocalPort())))
                    .isInstanceOf(CheckoutException.class)
                    .hasMessageContaining("through the proxy 127.0.0.1:" + proxy.getLocalPort())
                    .hasMessageNotContaining("secret");
            assertThat(asked.get(10, TimeUnit.SECONDS)).contains("Proxy-Authorization: Basic YW5uYTpzZWNyZXQ=");
        }
    }

    @Test
    void tellsThatTheProxyRefuses() throws Exception {
        try (var proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<List<String>> asked = CompletableFuture.supplyAsync(() -> refused(proxy));
            String address = "127.0.0.1:" + proxy.getLocalPort();

            assertThatThrownBy(() -> checkOut(
                            "https://git.example.invalid/coop-cloud", Map.of("https_proxy", "http://" + address)))
                    .isInstanceOf(CheckoutException.class)
                    .hasMessageStartingWith("Fetching recipe 'gitea' from https://git.example.invalid/coop-cloud/gitea"
                            + " through the proxy " + address + " (environment variable https_proxy): ")
                    .hasMessageContaining("(Unable to tunnel through proxy. Proxy returns \"HTTP/1.1 403 Forbidden\")");
            assertThat(asked.get(10, TimeUnit.SECONDS)).startsWith("CONNECT git.example.invalid:443 HTTP/1.1");
        }
    }

    @Test
    void tellsThatTheProxyIsNotThere() throws Exception {
        int free;
        try (var nobody = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            free = nobody.getLocalPort();
        }

        assertThatThrownBy(() ->
                        checkOut("http://git.example.invalid/coop-cloud", Map.of("ALL_PROXY", "127.0.0.1:" + free)))
                .isInstanceOf(CheckoutException.class)
                .hasMessageContaining(
                        "through the proxy 127.0.0.1:" + free + " (environment variable ALL_PROXY): the server can't be"
                                + " reached (java.net.ConnectException: Connection refused");
    }

    private Checkout checkOut(String catalogue, Map<String, String> environment) throws InterruptedException {
        return new Catalogue(
                        URI.create(catalogue),
                        folder.resolve("cache"),
                        Limits.USUAL,
                        new EnvironmentProxies(environment))
                .checkOut(GITEA, Optional.empty(), folder.resolve("checkout"));
    }

    /** Answers one request with a refusal, and returns its lines. */
    private static List<String> refused(ServerSocket proxy) {
        try (Socket client = proxy.accept();
                var request = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            List<String> lines =
                    request.lines().takeWhile(line -> !line.isEmpty()).toList();
            client.getOutputStream()
                    .write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.ISO_8859_1));
            client.getOutputStream().flush();
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
