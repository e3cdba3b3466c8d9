package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.recipeharness.junit.RecipeAssertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.recipeharness.http.HttpAccess;
import org.recipeharness.http.HttpException;
import org.recipeharness.http.HttpRequest;

@Timeout(60)
class HttpAnswerAssertTest {

    private static final String BODY =
            "{\"name\": \"100%\", \"size\": 7, \"tags\": [{\"on\": true}], \"key\": \"s3cret\"}";
    private static final String SHOWN = BODY.replace("s3cret", "***");

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    HttpAnswerAssertTest() throws IOException {
        server.createContext("/", exchange -> {
            byte[] body = (exchange.getRequestURI().getPath().equals("/text") ? "no tree" : BODY)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().put("Set-Cookie", List.of("a=1", "b=2"));
            exchange.sendResponseHeaders(201, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void passesWhatIsAsItShouldBe() throws IOException, InterruptedException {
        assertThat(request("/"))
                .answers(201)
                .hasHeader("set-cookie")
                .hasHeader("Set-Cookie", "b=2")
                .hasJson("/name", "100%")
                .hasJson("/size", 7L)
                .hasJson("/tags/0", Map.of("on", true))
                .bodyContains("100%");
        assertThat(request("/").send()).answers(201);
    }

    @Test
    void showsStatusAndBodyOfAnotherAnswer() {
        assertThatThrownBy(() -> assertThat(request("/")).as("the board").answers(200))
                .isInstanceOf(AssertionError.class)
                .hasMessage("[the board] %nExpected status: 200%nbut GET %s answered 201:%n%s", address("/"), SHOWN);
        assertThatThrownBy(() -> assertThat(request("/")).bodyContains("50%"))
                .hasMessage("%nExpected the body to hold: 50%%%nbut GET %s answered 201:%n%s", address("/"), SHOWN);
    }

    @Test
    void tellsAHeaderThatIsAnotherOneOrMissing() {
        assertThatThrownBy(() -> assertThat(request("/")).hasHeader("Set-Cookie", "c=3"))
                .hasMessageStartingWith("%nExpected header Set-Cookie: c=3%nbut it was: a=1, b=2%nand GET".formatted());
        assertThatThrownBy(() -> assertThat(request("/")).hasHeader("Location"))
                .hasMessageStartingWith("%nExpected a header: Location%nbut there is none, and GET".formatted());
    }

    @Test
    void tellsJsonThatIsAnotherOneOrMissing() {
        assertThatThrownBy(() -> assertThat(request("/")).hasJson("/size", "7"))
                .hasMessageStartingWith("%nExpected JSON at /size: \"7\"%nbut it was: 7%nand GET".formatted());
        assertThatThrownBy(() -> assertThat(request("/")).hasJson("/sizes", 7))
                .hasMessageStartingWith("%nExpected JSON at /sizes: 7%nbut it was: missing%nand GET".formatted());
        assertThatThrownBy(() -> assertThat(request("/text")).hasJson("/size", 7))
                .hasMessageStartingWith(
                        "%nExpected JSON%nbut GET %s: the answer can't be read".formatted(address("/text")));
    }

    @Test
    void tellsThatThereIsNoCertificate() {
        assertThatThrownBy(() -> assertThat(request("/")).certificateIsFor("board.lab.test"))
                .hasMessageStartingWith(
                        "%nExpected a certificate for: board.lab.test%nbut it is for: %nand GET".formatted());
    }

    @Test
    void saysWhyThereIsNoAnswer() {
        HttpRequest request = request("/");
        server.stop(0);

        assertThatThrownBy(() -> assertThat(request))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Expected an answer, but GET " + address("/") + ": no connection to 127.0.0.1:")
                .hasCauseInstanceOf(HttpException.NoConnection.class);
    }

    private HttpRequest request(String path) {
        return HttpAccess.direct().request(URI.create(address(path)), text -> text.replace("s3cret", "***"));
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
