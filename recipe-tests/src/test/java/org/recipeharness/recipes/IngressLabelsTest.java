package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the lab's ingress makes of the labels that recipes carry. */
@Timeout(60)
class IngressLabelsTest {

    private static final String PROGRAM = """
            my ($routes, $not) = Rules::routes({ map { split /=/, $_, 2 } @ARGV });
            print "$_->{kind} $_->{host} $_->{port}\\n" for @$routes;
            print "not $_\\n" for @$not;
            """;

    private static final String ENABLED = "traefik.enable=true";
    private static final String PORT = "traefik.http.services.board.loadbalancer.server.port=3000";
    private static final String TLS_PORT = "traefik.tcp.services.pds.loadbalancer.server.port=443";
    private static final String PASSED_THROUGH = "traefik.tcp.routers.pds.tls.passthrough=true";

    @Test
    void leadsEachHostOfARuleToThePortOfItsService() throws Exception {
        assertThat(routes(ENABLED, PORT, "traefik.http.routers.board.rule=Host(`a.test`) || Host(`B.test`)"))
                .containsExactly("http a.test 3000", "http b.test 3000");
        assertThat(routes(ENABLED, PORT, "traefik.http.routers.board.rule=Host(`a.test`,`b.test`)"))
                .containsExactly("http a.test 3000", "http b.test 3000");
        assertThat(routes(ENABLED, PORT, "traefik.http.routers.by-another-name.rule=Host(`a.test`)"))
                .containsExactly("http a.test 3000");
    }

    @Test
    void takesTheServiceThatARouterNames() throws Exception {
        assertThat(routes(
                        ENABLED,
                        PORT,
                        "traefik.http.services.Admin.loadbalancer.server.port=9000",
                        "traefik.http.routers.board.rule=Host(`a.test`)",
                        "traefik.http.routers.admin.rule=Host(`admin.a.test`)",
                        "traefik.http.routers.third.rule=Host(`third.a.test`)",
                        "traefik.http.routers.third.service=admin@docker"))
                .containsExactly("http admin.a.test 9000", "http a.test 3000", "http third.a.test 9000");
    }

    @Test
    void passesTlsThroughForAHostAndForAllBelowADomain() throws Exception {
        assertThat(routes(
                        ENABLED,
                        TLS_PORT,
                        PASSED_THROUGH,
                        "traefik.tcp.routers.pds.rule=HostSNI(`a.test`) || HostSNIRegexp(`{handle:.+}.a.test`)"))
                .containsExactly("tls a.test 443", "tls .a.test 443");
        assertThat(routes(
                        ENABLED,
                        TLS_PORT,
                        PASSED_THROUGH,
                        "traefik.tcp.routers.pds.rule=HostSNIRegexp(`^.+\\.a\\.test$`)"))
                .containsExactly("tls .a.test 443");
        assertThat(routes(ENABLED, TLS_PORT, PASSED_THROUGH, "traefik.tcp.routers.pds.rule=HostSNI(`*.a.test`)"))
                .containsExactly("tls .a.test 443");
    }

    @Test
    void tellsWhatItDoesNotFollow() throws Exception {
        assertThat(routes(ENABLED, TLS_PORT, "traefik.tcp.routers.pds.rule=HostSNI(`*`)"))
                .containsExactly("not traefik.tcp.routers.pds.rule=HostSNI(`*`):"
                        + " a TCP router is followed only where it passes TLS through");
        assertThat(routes(ENABLED, "traefik.http.routers.board.rule=Host(`a.test`)"))
                .containsExactly(
                        "not traefik.http.routers.board.rule=Host(`a.test`): no port is found for its service");
        assertThat(routes(ENABLED, PORT, "traefik.http.routers.board.rule=Host(`a.test`) && PathPrefix(`/x`)"))
                .containsExactly(
                        "http a.test 3000",
                        "not traefik.http.routers.board.rule=Host(`a.test`) && PathPrefix(`/x`):"
                                + " only its hosts are followed");
        assertThat(routes(ENABLED, PORT, "traefik.http.routers.board.rule=HostRegexp(`^(a|b)$`)"))
                .containsExactly("not traefik.http.routers.board.rule=HostRegexp(`^(a|b)$`): no host is in it");
    }

    @Test
    void ignoresServicesThatAreNotEnabled() throws Exception {
        assertThat(routes(PORT, "traefik.http.routers.board.rule=Host(`a.test`)"))
                .isEmpty();
    }

    private static List<String> routes(String... labels) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("perl", "-Ilab/images/haproxy", "-MRules", "-e", PROGRAM));
        words.addAll(Arrays.asList(labels));
        Process perl = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(perl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(perl.waitFor(30, TimeUnit.SECONDS)).as("perl has ended").isTrue();
        return said.lines().toList();
    }
}
