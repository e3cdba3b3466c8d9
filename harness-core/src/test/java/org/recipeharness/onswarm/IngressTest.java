package org.recipeharness.onswarm;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.deployment.RunId;
import org.recipeharness.http.HttpAccess;
import org.recipeharness.http.HttpAnswer;
import org.recipeharness.http.Ingress;
import org.recipeharness.http.KeyPairFile;
import org.recipeharness.http.Trust;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;

/** Stacks behind the lab's ingress, which reads the labels that recipes carry; one deployment serves all. */
@OnSwarm
class IngressTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Settings settings = Settings.load();
    private final String domain = "ingress-" + RunId.random().shortForm() + "." + settings.zone();
    private final String own = "own." + domain;
    private final HttpAccess access = settings.access(domain);

    @Test
    void leadsToANewStackByItsLabelsWithoutAReload(TestStack stack, @TempDir Path folder) throws Exception {
        KeyPairFile keys = KeyPairFile.forHosts(folder, own);
        // HAProxy that starts anew, or is reloaded, leaves this connection to the one before, or closes it.
        try (SSLSocket older = connection()) {
            assertThat(asked(older, "nobody." + settings.zone())).isEqualTo("HTTP/1.1 404 Not Found");

            stack.deploy(compose(keys));

            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(get(domain).status()).isEqualTo(200));
            assertThat(asked(older, domain)).isEqualTo("HTTP/1.1 200 OK");
        }
        answersByTheZonesCertificate();
        answers404ForAHostThatNoStackHas();
        passesTlsThroughToTheStacksOwnCertificate(keys);
    }

    private void answersByTheZonesCertificate() throws IOException, InterruptedException {
        HttpAnswer answer = get(domain);
        assertThat(answer.text()).isEqualTo("Pinboard\n\n");
        assertThat(answer.isCertifiedFor(domain)).isTrue();
        assertThat(answer.isCertifiedFor("any." + settings.zone())).isTrue();
    }

    private void answers404ForAHostThatNoStackHas() throws IOException, InterruptedException {
        assertThat(get("nobody." + settings.zone()).status()).isEqualTo(404);
    }

    private void passesTlsThroughToTheStacksOwnCertificate(KeyPairFile keys) {
        var trusting = new HttpAccess(access.ingress(), access.domains(), Trust.andOf(keys.pem()));
        await().atMost(LIMIT).untilAsserted(() -> {
            HttpAnswer answer = trusting.request(URI.create("https://" + own + "/"), UnaryOperator.identity())
                    .send();
            assertThat(answer.status()).isEqualTo(418);
            assertThat(answer.certificateNames()).containsExactly(own);
        });
    }

    private HttpAnswer get(String host) throws IOException, InterruptedException {
        return access.request(URI.create("https://" + host + "/"), UnaryOperator.identity())
                .send();
    }

    private SSLSocket connection() throws IOException, GeneralSecurityException {
        KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
        authorities.load(null, null);
        try (InputStream pem =
                Files.newInputStream(Path.of(settings.text(Setting.INGRESS_CA).orElseThrow()))) {
            authorities.setCertificateEntry(
                    "lab", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(authorities);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, managers.getTrustManagers(), null);
        Ingress ingress = settings.ingress().orElseThrow();
        var tcp = new Socket(ingress.host(), ingress.httpsPort());
        tcp.setSoTimeout(Math.toIntExact(LIMIT.toMillis()));
        return (SSLSocket)
                tls.getSocketFactory().createSocket(tcp, "any." + settings.zone(), ingress.httpsPort(), true);
    }

    /** Asks over a connection that stays open, and gives the first line of the answer. */
    private static String asked(SSLSocket connection, String host) throws IOException {
        connection.getOutputStream().write(("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").getBytes(US_ASCII));
        var in = connection.getInputStream();
        String first = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            }
        }
        in.skipNBytes(length);
        return first;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed after '" + line + "'");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** A board whose TLS the ingress ends, and a server that ends TLS itself. */
    private String compose(KeyPairFile keys) throws IOException, GeneralSecurityException {
        return """
            version: "3.8"
            services:
              app:
                image: lab.invalid/pinboard:1.2.0
                networks: [proxy]
                deploy:
                  labels:
                    - "traefik.enable=true"
                    - "traefik.http.services.board.loadbalancer.server.port=8080"
                    - "traefik.http.routers.board.rule=Host(`%s`)"
                    - "traefik.http.routers.board.entrypoints=web-secure"
              own:
                image: lab.invalid/haproxy:2.6.12
                networks: [proxy]
                environment:
                  PEM: "%s"
                entrypoint:
                  - bash
                  - -c
                  - |
                    printf '%%b' "$$PEM" >/tmp/own.pem
                    cat >/tmp/own.cfg <<OWN
                    defaults
                        mode http
                        timeout connect 5s
                        timeout client 5s
                        timeout server 5s
                    frontend own
                        bind :8443 ssl crt /tmp/own.pem
                        http-request return status 418
                    OWN
                    exec haproxy -db -f /tmp/own.cfg
                deploy:
                  labels:
                    traefik.enable: "true"
                    traefik.tcp.routers.own.rule: HostSNI(`%s`)
                    traefik.tcp.routers.own.tls.passthrough: "true"
                    traefik.tcp.services.own.loadbalancer.server.port: "8443"
            networks:
              proxy:
                external: true
            """.formatted(domain, keys.asPem().replace("\n", "\\\\n"), own);
    }
}
