package org.recipeharness.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to a real server behind an ingress: by domains that no DNS knows, with a certificate that no JVM trusts. */
@Timeout(60)
class HttpRequestTest {

    private static KeyPairFile keys;
    private static HttpsServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        keys = KeyPairFile.forHosts(folder, "*.lab.test");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(keys.serverContext()));
        server.createContext("/told", HttpRequestTest::tellWhatWasAsked);
        server.createContext("/away", exchange -> {
            exchange.getResponseHeaders().set("Location", "https://other.lab.test/told");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/json", exchange -> answer(exchange, "{\"version\": \"1.2\", \"tags\": [\"a\"]}"));
        server.createContext("/text", exchange -> answer(exchange, "the password is hunter2\n".repeat(20)));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void isAGetUnlessToldOtherwise() throws IOException, InterruptedException {
        HttpAnswer answer = board("/told?full=1").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("GET /told?full=1 at board.lab.test, type null, by null: ");
        assertThat(answer.header("x-SEEN")).contains("yes");
        assertThat(answer.headers("Set-Cookie")).containsExactly("a=1", "b=2");
        assertThat(answer.header("X-Other")).isEmpty();
        assertThat(answer.asked()).isEqualTo("GET https://board.lab.test/told?full=1");
        assertThat(answer.took()).isBetween(Duration.ofNanos(1), Duration.ofSeconds(10));
    }

    @Test
    void sendsWhatItIsGiven() throws IOException, InterruptedException {
        assertThat(board("/told").json(Map.of("name", "x")).send().text())
                .isEqualTo("POST /told at board.lab.test, type application/json, by null: {\"name\":\"x\"}");
        assertThat(board("/told")
                        .method("PUT")
                        .body("text/plain", "é".getBytes(StandardCharsets.UTF_8))
                        .send()
                        .text())
                .isEqualTo("PUT /told at board.lab.test, type text/plain, by null: é");
        assertThat(board("/told")
                        .form(Map.of("user name", "a&b"))
                        .bearer("t0ken")
                        .send()
                        .text())
                .isEqualTo("POST /told at board.lab.test, type application/x-www-form-urlencoded, by Bearer t0ken:"
                        + " user+name=a%26b");
        assertThat(board("/told")
                        .method("DELETE")
                        .basicAuth("alice", "secret")
                        .send()
                        .text())
                .isEqualTo("DELETE /told at board.lab.test, type null, by Basic YWxpY2U6c2VjcmV0: ");
    }

    @Test
    void staysAsItIsWhenAnotherIsMadeOfIt() throws IOException, InterruptedException {
        HttpRequest request = board("/told");
        var changed = request.method("DELETE").header("Authorization", "x");

        assertThat(changed.send().text()).contains("DELETE", "by x");
        assertThat(request.send().text()).contains("GET", "by null");
    }

    @Test
    void hasTheTypeOfItsLastBody() throws IOException, InterruptedException {
        assertThat(board("/told").json(1).form(Map.of("a", "b")).send().text())
                .endsWith("type application/x-www-form-urlencoded, by null: a=b");
    }

    @Test
    void followsARedirectOnlyWhenAsked() throws IOException, InterruptedException {
        assertThat(board("/away").send())
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(302))
                .satisfies(answer -> assertThat(answer.header("Location")).contains("https://other.lab.test/told"));
        assertThat(board("/away").followingRedirects().send().text()).contains("GET /told at other.lab.test");
    }

    @Test
    void readsJson() throws IOException, InterruptedException {
        assertThat(board("/json").send().json().at("/tags/0").asText()).isEqualTo("a");
        assertThatExceptionOfType(HttpException.Unreadable.class)
                .isThrownBy(() -> board("/told").send().json())
                .withMessageStartingWith("GET https://board.lab.test/told: the answer can't be read: it is no JSON."
                        + " GET https://board.lab.test/told answered 200:\nGET /told at board.lab.test");
        assertThatExceptionOfType(HttpException.Unreadable.class)
                .isThrownBy(() -> board("/away").send().json())
                .withMessageEndingWith("/away answered 302, without a body");
    }

    @Test
    void knowsTheCertificate() throws IOException, InterruptedException {
        HttpAnswer answer = board("/told").send();

        assertThat(answer.certificates()).hasSize(1);
        assertThat(answer.certificateNames()).containsExactly("*.lab.test");
        assertThat(answer.isCertifiedFor("any.lab.test")).isTrue();
        assertThat(answer.isCertifiedFor("one.any.lab.test")).isFalse();
        assertThat(answer.isCertifiedFor("lab.test")).isFalse();
    }

    @Test
    void takesAnyCertificateWhenTold() throws IOException, InterruptedException {
        var distrusting = new HttpAccess(ingress(), List.of("other.test"), Trust.ofJvm());

        HttpAnswer answer = distrusting
                .request(URI.create("https://other.test/told"), text -> text)
                .takingAnyCertificate()
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.isCertifiedFor("other.test")).isFalse();
    }

    @Test
    void takesCertificatesOfTheAuthoritiesThatItIsToTrust() throws IOException, InterruptedException {
        var distrusting = new HttpAccess(ingress(), List.of("lab.test"), Trust.ofJvm());
        HttpRequest told = distrusting.request(URI.create("https://board.lab.test/told"), text -> text);

        assertThatExceptionOfType(HttpException.NotTrusted.class).isThrownBy(told::send);
        assertThat(told.trusting(Trust.andOf(Files.readString(keys.pem())))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void showsTheFirstLinesAndNoSecrets() throws IOException, InterruptedException {
        var request = access().request(
                        URI.create("https://board.lab.test/text?token=hunter2"),
                        text -> text.replace("hunter2", "***"));

        assertThat(request.send())
                .hasToString("GET https://board.lab.test/text?token=*** answered 200:\n"
                        + "the password is ***\n".repeat(8) + "...");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://board.lab.test/", "https:/told", "told"})
    void needsAnAddressThatCanBeAsked(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> access().request(URI.create(address), text -> text))
                .withMessage("found the address '" + address
                        + "', expected http or https and a host, such as https://board.lab.test/");
    }

    @Test
    void needsAFileWithAuthorities(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        Path other = Files.writeString(folder.resolve("other.pem"), "-----BEGIN CERTIFICATE-----\nnone\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trust.andOf(folder.resolve("none.pem")))
                .withMessageContaining("none.pem', which can't be read");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trust.andOf(empty))
                .withMessageContaining("expected some in PEM form");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trust.andOf(other))
                .withMessageContaining("expected certificates in PEM form");
    }

    private static HttpRequest board(String path) {
        return access().request(URI.create("https://board.lab.test" + path), text -> text);
    }

    private static HttpAccess access() {
        return new HttpAccess(ingress(), List.of("lab.test"), Trust.andOf(keys.pem()));
    }

    private static Optional<Ingress> ingress() {
        return Optional.of(new Ingress("127.0.0.1", server.getAddress().getPort(), 1));
    }

    private static void tellWhatWasAsked(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("X-Seen", "yes");
        exchange.getResponseHeaders().put("Set-Cookie", List.of("a=1", "b=2"));
        var headers = exchange.getRequestHeaders();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        answer(
                exchange,
                exchange.getRequestMethod() + " " + exchange.getRequestURI() + " at " + headers.getFirst("Host")
                        + ", type " + headers.getFirst("Content-Type") + ", by " + headers.getFirst("Authorization")
                        + ": " + body);
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
