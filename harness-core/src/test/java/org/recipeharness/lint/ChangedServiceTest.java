package org.recipeharness.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test changes the domains, the placement, the end or the files of one service between two releases. */
class ChangedServiceTest {

    private static final String LABELS = "      labels:\n        - \"traefik.enable=true\"\n";

    private RecipeTree base;
    private RecipeTree head;

    @BeforeEach
    void writeTwoReleases(@TempDir Path temporary) throws IOException {
        base = RecipeTree.sound(temporary.resolve("base"), "1.0.0+1.2.3");
        head = RecipeTree.sound(temporary.resolve("head"), "1.1.0+1.3.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Host(`www.${DOMAIN}`)", "Host(`${DOMAIN}.example.org`) && PathPrefix(`/api`)", "PathPrefix(`/`)"})
    void findsADomainThatIsNoLongerRouted(String rule) throws IOException {
        rule(base, "Host(`${DOMAIN}`)");
        rule(head, rule);

        assertThat(head.findingsFrom(base))
                .singleElement()
                .asString()
                .startsWith("1.0.0+1.2.3:compose.yml:24: warning: dropped-domain: no router leads the domain "
                        + "demo.example.com to the app any more");
    }

    @Test
    void findsADomainOfWhichOnlyAPartIsRouted() throws IOException {
        rule(base, "Host(`${DOMAIN}`)");
        rule(head, "Host(`${DOMAIN}`) && PathPrefix(`/api`)");

        assertFinds("compose.yml:24: warning: dropped-domain: only a part of the domain demo.example.com is routed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host(`${DOMAIN}`) || Host(`www.${DOMAIN}`)",
                "Host(`${DOMAIN}`, `www.${DOMAIN}`)",
                "(Host(`www.${DOMAIN}`) || Host(`${DOMAIN}`))",
                "HostRegexp(`.+`)",
                "Host(\"${DOMAIN}\")"
            })
    void doesNotMindARuleThatStillRoutesTheDomain(String rule) throws IOException {
        rule(base, "Host(`${DOMAIN}`)");
        rule(head, rule.replace("\"", "\\\""));

        assertFinds();
    }

    @Test
    void doesNotMindASecondRouterForAPart() throws IOException {
        rule(base, "Host(`${DOMAIN}`)");
        rule(head, "Host(`${DOMAIN}`)");
        head.change(
                "compose.yml",
                LABELS,
                LABELS + "        - \"traefik.http.routers.api.rule=Host(`${DOMAIN}`) && PathPrefix(`/api`)\"\n");

        assertFinds();
    }

    @Test
    void findsAConstraintThatIsNew() throws IOException {
        constraint(base, "node.role == manager");
        constraint(head, "node.labels.disk == ssd");

        assertThat(head.findingsFrom(base))
                .singleElement()
                .asString()
                .startsWith("compose.yml:22: warning: new-constraint: 'app' has the new constraint"
                        + " node.labels.disk == ssd")
                .contains("the data of the volume 'data' stays on the old one");
    }

    @Test
    void onlyNotesAConstraintThatMostNodesMeet() throws IOException {
        constraint(head, "node.role == manager");

        assertFinds("compose.yml:22: note: new-constraint: 'app' has the new constraint node.role == manager");
    }

    @Test
    void doesNotMindAConstraintInAnotherForm() throws IOException {
        constraint(base, "node.role == manager");
        constraint(head, "node.role==manager");

        assertFinds();
    }

    @ParameterizedTest
    @CsvSource({"30s, 0.0", "1m, 5.0", "1m30s, 60.0"})
    void findsADatabaseThatIsKilledSooner(String then, double now) throws IOException {
        stop(base, "postgres:15.4", then);
        if (now > 0) {
            stop(head, "postgres:15.4", (int) now + "s");
        }

        assertThat(head.findingsFrom(base))
                .singleElement()
                .asString()
                .matches("compose.yml:\\d+: warning: shorter-stop: docker kills 'db' " + (now > 0 ? now : 10.0)
                        + " s after it was told to stop, and before it had .*");
    }

    @Test
    void onlyNotesAnotherServiceThatIsKilledSooner() throws IOException {
        stop(base, "demo/app:1.2.3", "1m");

        assertThat(head.findingsFrom(base)).singleElement().asString().contains(": note: shorter-stop: ");
    }

    @ParameterizedTest
    @CsvSource({"1m, 60s", "5s, 10s", "500ms, 2s", "10s, 1h"})
    void doesNotMindAServiceThatHasAsLong(String then, String now) throws IOException {
        stop(base, "postgres:15.4", then);
        stop(head, "postgres:15.4", now);

        assertFinds();
    }

    @Test
    void findsAConfigInAnotherPlace() throws IOException {
        head.change("compose.yml", "target: /app.conf", "target: /etc/app.conf");

        assertFinds("compose.yml:10: warning: moved-file: app has the config 'app_conf' at /etc/app.conf, and had it at"
                + " /app.conf");
    }

    @Test
    void findsASecretInAnotherPlace() throws IOException {
        head.change("compose.yml", "- db_password", "- {source: db_password, target: password}");

        assertFinds(
                "compose.yml:13: warning: moved-file: app has the secret 'db_password' at /run/secrets/password, and"
                        + " had it at /run/secrets/db_password");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{source: db_password}",
                "{source: db_password, target: db_password}",
                "{source: db_password, target: /run/secrets/db_password}",
                "{source: db_password, mode: 0444}",
                "{source: db_password, mode: 292}"
            })
    void doesNotMindAnotherFormOfTheSameSecret(String secret) throws IOException {
        head.change("compose.yml", "- db_password", "- " + secret);

        assertFinds();
    }

    @Test
    void doesNotMindAPlaceThatTheServiceIsTold() throws IOException {
        head.change("compose.yml", "target: /app.conf", "target: /etc/app.conf")
                .change("compose.yml", "- MODE=", "- APP_CONFIG=/etc/app.conf\n      - MODE=");

        assertFinds();
    }

    @Test
    void onlyNotesThePlaceOfAnotherImage() throws IOException {
        head.change("compose.yml", "target: /app.conf", "target: /etc/app.conf")
                .change("compose.yml", "demo/app:1.2.3", "other/app:1.2.3");

        assertFinds("compose.yml:10: note: moved-file: ");
    }

    @Test
    void findsASecretThatAProgramMayNoLongerRead() throws IOException {
        for (RecipeTree tree : List.of(base, head)) {
            tree.change("compose.yml", "image: demo/app:1.2.3", "image: demo/app:1.2.3\n    user: www-data");
        }
        head.change("compose.yml", "- db_password", "- {source: db_password, mode: 0400}");

        assertFinds(
                "compose.yml:14: warning: moved-file: app has the secret 'db_password' with the mode 400, and had it"
                        + " with 444");
    }

    @Test
    void onlyNotesASecretOfAProgramThatMayRunAsRoot() throws IOException {
        head.change("compose.yml", "- db_password", "- {source: db_password, mode: 0400}");

        assertFinds("compose.yml:13: note: moved-file: ");
    }

    private static void rule(RecipeTree tree, String rule) throws IOException {
        tree.change("compose.yml", LABELS, LABELS + "        - \"traefik.http.routers.app.rule=" + rule + "\"\n");
    }

    private static void constraint(RecipeTree tree, String constraint) throws IOException {
        tree.change("compose.yml", LABELS, "      placement: {constraints: [" + constraint + "]}\n" + LABELS);
    }

    private static void stop(RecipeTree tree, String image, String limit) throws IOException {
        tree.change("compose.yml", "image: " + image, "image: " + image + "\n    stop_grace_period: " + limit);
    }

    private void assertFinds(String... beginnings) {
        List<String> findings = head.findingsFrom(base);
        assertThat(findings).hasSameSizeAs(beginnings);
        for (int i = 0; i < beginnings.length; i++) {
            assertThat(findings.get(i)).startsWith(beginnings[i]);
        }
    }
}
