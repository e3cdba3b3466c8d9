package org.recipeharness.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.recipeharness.http.ScriptedServer.saying;
import static org.recipeharness.http.ScriptedServer.stayingOpenAfter;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.StandardConstants;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each reason for which a request has no answer is made for real, and told by its own name. */
@Timeout(60)
class HttpFailureTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);

    private static KeyPairFile keys;

    @BeforeAll
    static void makeKeys(@TempDir Path folder) throws IOException, InterruptedException {
        keys = KeyPairFile.forHosts(folder, "board.lab.test");
    }

    @Test
    void anUnknownHostSaysWhyDnsWasAsked() {
        assertThatExceptionOfType(HttpException.UnknownHost.class)
                .isThrownBy(() -> HttpAccess.direct()
                        .request(URI.create("https://nobody.invalid/x"), UnaryOperator.identity())
                        .send())
                .withMessage(
                        "GET https://nobody.invalid/x: the host 'nobody.invalid' is unknown to DNS, which was asked"
                                + " because harness.ingress is not set, which names the ingress that takes its requests without DNS");
        assertThatExceptionOfType(HttpException.UnknownHost.class)
                .isThrownBy(() -> behind(1)
                        .request(URI.create("https://nobody.invalid/x"), UnaryOperator.identity())
                        .send())
                .withMessageEndingWith("it is not below lab.test, which lie behind the ingress 127.0.0.1");
    }

    @Test
    void anUnknownIngressIsToldAsThat() {
        var access = new HttpAccess(Optional.of(Ingress.parse("nowhere.invalid")), List.of("lab.test"), Trust.ofJvm());

        assertThatExceptionOfType(HttpException.UnknownHost.class)
                .isThrownBy(() -> board(access).send())
                .withMessageContaining("the host 'nowhere.invalid' is unknown to DNS, which was asked because"
                        + " it is the ingress that harness.ingress names");
    }

    @Test
    void aRefusedConnectionTellsAddressAndPort() throws IOException {
        try (var bound = new Socket()) {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            assertThatExceptionOfType(HttpException.NoConnection.class)
                    .isThrownBy(() -> board(behind(bound.getLocalPort())).send())
                    .withMessageStartingWith(
                            "GET https://board.lab.test/: no connection to 127.0.0.1:" + bound.getLocalPort() + ": ")
                    .withMessageContaining("refused");
        }
    }

    @Test
    void aServerThatDoesNotSpeakTlsFailsTheHandshake() throws IOException {
        try (var server = ScriptedServer.playing(connection -> {
            connection.getInputStream().read();
            connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
        })) {
            assertThatExceptionOfType(HttpException.HandshakeFailed.class)
                    .isThrownBy(() -> board(behind(server.port())).send())
                    .withMessageContaining("the TLS handshake with 127.0.0.1:" + server.port() + " failed: ");
        }
    }

    @Test
    void anAlertIsToldByItsName() throws IOException, GeneralSecurityException {
        var listening = (SSLServerSocket) keys.serverContext()
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        SSLParameters parameters = listening.getSSLParameters();
        parameters.setSNIMatchers(List.of(new SNIMatcher(StandardConstants.SNI_HOST_NAME) {
            @Override
            public boolean matches(SNIServerName name) {
                return false;
            }
        }));
        listening.setSSLParameters(parameters);
        try (var server = ScriptedServer.playing(listening, saying(""))) {
            assertThatExceptionOfType(HttpException.HandshakeFailed.class)
                    .isThrownBy(() -> board(behind(server.port())).send())
                    .withMessageEndingWith("failed: Received fatal alert: unrecognized_name");
        }
    }

    @Test
    void aConnectionThatIsClosedInTheHandshakeFailsIt() throws IOException {
        try (var server =
                ScriptedServer.playing(connection -> connection.getInputStream().read())) {
            assertThatExceptionOfType(HttpException.HandshakeFailed.class)
                    .isThrownBy(() -> board(behind(server.port())).send())
                    .withMessageContaining("127.0.0.1:" + server.port());
        }
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsShown() throws IOException, GeneralSecurityException {
        HttpsServer server = secure();
        try {
            assertThatExceptionOfType(HttpException.NotTrusted.class)
                    .isThrownBy(
                            () -> board(behind(server.getAddress().getPort())).send())
                    .withMessageContaining("the certificate is not trusted: unable to find valid certification path")
                    .withMessageContaining("Its subject: 'CN=Lab of this test', for [board.lab.test],"
                            + " issued by 'CN=Lab of this test', valid until ")
                    .withMessageEndingWith("named by harness.ingress-ca")
                    .satisfies(failure -> assertThat(failure.certificate()
                                    .getSubjectX500Principal()
                                    .getName())
                            .isEqualTo("CN=Lab of this test"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aCertificateOfAnotherHostIsShown() throws IOException, GeneralSecurityException {
        HttpsServer server = secure();
        try {
            var access = trusting(server.getAddress().getPort());
            assertThatExceptionOfType(HttpException.NotTrusted.class)
                    .isThrownBy(() -> access.request(URI.create("https://other.lab.test/"), UnaryOperator.identity())
                            .send())
                    .withMessageContaining("No subject alternative DNS name matching other.lab.test found")
                    .withMessageContaining("for [board.lab.test]");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aTimeOutTellsThePhase() throws Exception {
        try (var silent = ScriptedServer.playing(stayingOpenAfter(connection -> {}));
                var stalled = ScriptedServer.playing(
                        stayingOpenAfter(saying("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nnot")))) {
            assertThat(timedOutIn(HttpPhase.HANDSHAKE, board(behind(silent.port()))))
                    .hasMessageMatching("GET https://board\\.lab\\.test/: no answer from 127\\.0\\.0\\.1:"
                            + silent.port() + " within \\d+ ms, spent last on the TLS handshake");
            assertThat(timedOutIn(HttpPhase.ANSWER, plain(silent.port())))
                    .hasMessageEndingWith("spent last on waiting for the answer");
            assertThat(timedOutIn(HttpPhase.BODY, plain(stalled.port())))
                    .hasMessageEndingWith("spent last on reading the answer's body");
        }
    }

    /** On a slow machine a short limit may be over before the phase is reached, so it is made longer until it is not. */
    private static HttpException.TimedOut timedOutIn(HttpPhase phase, HttpRequest request)
            throws HttpException, InterruptedException {
        for (Duration limit = SHORT; limit.compareTo(LONG) < 0; limit = limit.multipliedBy(4)) {
            try {
                request.within(limit).send();
            } catch (HttpException.TimedOut e) {
                if (e.phase() == phase) {
                    return e;
                }
            }
        }
        throw new AssertionError(request + " has never timed out in " + phase);
    }

    @Test
    void aConnectionThatIsClosedWithoutAnAnswerIsToldAsThat() throws IOException {
        try (var server = ScriptedServer.playing(saying(""))) {
            assertThatExceptionOfType(HttpException.Closed.class)
                    .isThrownBy(() -> plain(server.port()).send())
                    .withMessageContaining("127.0.0.1:" + server.port() + " closed the connection without an answer");
        }
    }

    @Test
    void whatIsNoHttpOrBreaksOffIsUnreadable() throws IOException {
        try (var other = ScriptedServer.playing(saying("SSH-2.0-OpenSSH_9.2p1\r\n"));
                var broken = ScriptedServer.playing(saying("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nnot"))) {
            assertThatExceptionOfType(HttpException.Unreadable.class)
                    .isThrownBy(() -> plain(other.port()).send())
                    .withMessageContaining("the answer can't be read: ");
            assertThatExceptionOfType(HttpException.Unreadable.class)
                    .isThrownBy(() -> plain(broken.port()).send())
                    .withMessageContaining("Premature end of Content-Length delimited message body");
        }
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        try (var silent = ScriptedServer.playing(stayingOpenAfter(connection -> {}))) {
            var ended = new CompletableFuture<Throwable>();
            var waiting = new Thread(() -> {
                try {
                    plain(silent.port()).within(LONG).send();
                } catch (IOException | InterruptedException e) {
                    ended.complete(e);
                }
            });
            waiting.start();
            assertThat(silent.hasTakenAConnection()).isTrue();

            waiting.interrupt();

            assertThat(ended.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        }
    }

    private static HttpRequest board(HttpAccess access) {
        return access.request(URI.create("https://board.lab.test/"), UnaryOperator.identity());
    }

    private static HttpRequest plain(int port) {
        return behind(port).request(URI.create("http://board.lab.test/"), UnaryOperator.identity());
    }

    private static HttpAccess behind(int port) {
        return new HttpAccess(Optional.of(new Ingress("127.0.0.1", port, port)), List.of("lab.test"), Trust.ofJvm());
    }

    private static HttpAccess trusting(int port) {
        return new HttpAccess(
                Optional.of(new Ingress("127.0.0.1", port, port)), List.of("lab.test"), Trust.andOf(keys.pem()));
    }

    private static HttpsServer secure() throws IOException, GeneralSecurityException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(keys.serverContext()));
        server.start();
        return server;
    }
}
