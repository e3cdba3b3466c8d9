package org.recipeharness.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.compose.Variables;
import org.recipeharness.lint.published.Touches;
import org.recipeharness.recipe.Origin;

/** Each test breaks one thing, and finds that and nothing else. */
class OneReleaseTest {

    private RecipeTree recipe;

    @BeforeEach
    void writeASoundRecipe(@TempDir Path temporary) throws IOException {
        recipe = RecipeTree.sound(temporary.resolve("recipe"), "1.0.0+1.2.3");
    }

    @Test
    void hasNothingToObjectToASoundRecipe() {
        assertThat(recipe.findings()).isEmpty();
    }

    @Test
    void missesTheSampleAndThenSaysNothingElse() throws IOException {
        recipe.delete(".env.sample").change("compose.yml", "demo/app:1.2.3", "demo/app");

        assertFinds(".env.sample: error: no-env-sample: the recipe has no such file, ");
    }

    @Test
    void comparesTheComposeFormat() throws IOException {
        recipe.change("compose.yml", "\"3.8\"", "\"3.9\"").change("compose.smtp.yml", "\"3.8\"", "\"3.9\"");

        assertFinds(
                "compose.yml:1: warning: compose-version: the compose format is '3.9', abra expects version: \"3.8\"",
                "compose.smtp.yml:1: warning: compose-version: ");
    }

    @Test
    void missesTheComposeFormat() throws IOException {
        recipe.change("compose.yml", "version: \"3.8\"\n", "");

        assertFinds("compose.yml:2: warning: compose-version: no version of the compose format is given");
    }

    @Test
    void findsANamedStack() throws IOException {
        recipe.change("compose.yml", "version: \"3.8\"\n", "version: \"3.8\"\nname: demo\n");

        assertFinds("compose.yml:2: error: stack-named: 'docker stack deploy' refuses a top-level 'name'");
    }

    @Test
    void missesAHealthCheck() throws IOException {
        recipe.change("compose.yml", "    healthcheck:\n      test: pg_isready\n", "");

        assertFinds("compose.yml:28: warning: no-healthcheck: the service 'db' has no healthcheck");
    }

    @Test
    void missesAnImage() throws IOException {
        recipe.change("compose.yml", "    image: postgres:15.4\n", "");

        assertFinds(
                "compose.yml:28: error: no-image: the service 'db' has no image in the files that COMPOSE_FILE names");
    }

    @Test
    void missesAnImageThatOnlyAnOptionalFileHas() throws IOException {
        recipe.change("compose.yml", "    image: postgres:15.4\n", "")
                .change("compose.smtp.yml", "services:", "services:\n  db:\n    image: postgres:15.4");

        assertFinds(
                "compose.yml:28: error: no-image: the service 'db' has no image in the files that COMPOSE_FILE names");
    }

    @Test
    void missesAnImageOfAServiceThatIsLeftInAnOptionalFile() throws IOException {
        recipe.change(
                "compose.smtp.yml", "services:", "services:\n  sidekiq:\n    healthcheck: {test: a}\n    command: x");

        assertFinds("compose.smtp.yml:5: error: no-image: the service 'sidekiq' has no image in any compose file");
    }

    @ParameterizedTest
    @CsvSource({
        "demo/app, missing-tag",
        "registry.example.com:5000/demo/app, missing-tag",
        "'\"demo/app:\"', missing-tag",
        "demo/app:latest, unstable-tag",
        "demo/app:stable-alpine, unstable-tag",
        "demo/app:bookworm, unversioned-tag",
        "demo/app:release-1.2.3, unversioned-tag",
        "demo/app:3f2a9bc, unversioned-tag",
        "demo/pds:0.4, moving-tag",
        "demo/mariadb:11.4, moving-tag",
        "registry.example.com/library/redis:7.4-alpine, moving-tag",
        "redis:7, moving-tag",
        "demo/postgis:16-3.4, moving-tag",
        "demo/app:15-alpine, moving-tag",
        "demo/app:v2, moving-tag",
        "demo/postgres:15, moving-tag",
        "demo/app:${APP_TAG:-4}, moving-tag"
    })
    void looksAtTheTagOfAnImage(String image, String rule) throws IOException {
        recipe.change("compose.yml", "demo/app:1.2.3", image);

        assertFinds("compose.yml:5: warning: " + rule + ": the image ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo/app:1.2.3-alpine",
                "demo/app:v1.6.870-0",
                "demo/app:3.0.0-rc.1",
                "demo/app:20240131",
                "demo/app:2024-01-31",
                "demo/app:2024.05.1",
                "registry.example.com:5000/demo/app:1.2.3",
                "demo/app:latest@sha256:0123",
                "demo/postgres:17.5-alpine",
                "ghcr.io/mailu/admin:2024.06",
                "${IMAGE:-demo/app}:${APP_VERSION:-1.0.6}-${FLAVOUR:-social}"
            })
    void isContentWithAWholeVersion(String image) throws IOException {
        recipe.change("compose.yml", "demo/app:1.2.3", image);

        assertFinds();
    }

    @Test
    void missesTheServiceApp() throws IOException {
        recipe.change("compose.yml", "  app:\n", "  web:\n").change("compose.smtp.yml", "  app:\n", "  web:\n");

        assertFinds("compose.yml:5: error: no-app-service: no service is called 'app', found [web, db]");
    }

    @Test
    void missesTheDeployLabels() throws IOException {
        recipe.delete("compose.smtp.yml").write("compose.yml", """
                version: "3.8"
                services:
                  app:
                    image: demo/app:1.2.3
                    healthcheck: {test: a}
                    deploy: {replicas: 1}
                  web:
                    image: demo/web:1.2.3
                    healthcheck: {test: a}
                    deploy: {labels: {traefik.enable: "true"}}
                """);

        assertFinds("compose.yml:4: warning: no-deploy-labels: the service 'app' has no 'deploy: labels:'");
    }

    @Test
    void missesTheRouting() throws IOException {
        recipe.change("compose.yml", "traefik.enable=true", "traefik.enable=false");

        assertFinds(".env.sample:2: error: no-traefik-routing: the sample has a DOMAIN, but no service has the label"
                + " traefik.enable=true, so nothing answers there");
    }

    @Test
    void onlyNotesThatAServerWithPortsOfItsOwnIsNotRouted() throws IOException {
        recipe.change("compose.yml", "traefik.enable=true", "a=b")
                .change(
                        "compose.yml",
                        "    image: demo/app:1.2.3\n",
                        "    image: demo/app:1.2.3\n    ports: [\"22:22\"]\n");

        assertFinds(".env.sample:2: note: no-traefik-routing: ");
    }

    @Test
    void missesNoRoutingWhereThereIsNoDomain() throws IOException {
        recipe.change("compose.yml", "traefik.enable=true", "a=b")
                .change(".env.sample", "DOMAIN=demo.example.com\n", "");

        assertFinds();
    }

    @ParameterizedTest
    @CsvSource({
        "'      interval: 30s\n', '      interval: ${EVERY:-30s}\n', 20, app.healthcheck.interval",
        "'    healthcheck:\n      test: pg', '    stop_grace_period: $GRACE\n    healthcheck:\n      test: pg', 31,"
                + " db.stop_grace_period",
        "'  db:\n', '      update_config: {monitor: \"${M}\"}\n  db:\n', 27, app.deploy.update_config.monitor"
    })
    void findsADurationThatIsAVariable(String from, String to, int line, String field) throws IOException {
        recipe.change("compose.yml", from, to);

        assertThat(recipe.findings())
                .filteredOn(finding -> !finding.contains("unrenderable"))
                .singleElement()
                .asString()
                .startsWith("compose.yml:" + line + ": error: variable-duration: " + field + " is '$");
    }

    @Test
    void notesADependencyOnNoService() throws IOException {
        recipe.change("compose.yml", "    dns:\n      - 9.9.9.9\n", "    depends_on:\n      - discourse\n");

        assertFinds(
                "compose.yml:17: note: unknown-dependency: the service 'app' depends on 'discourse', which is no service");
    }

    @ParameterizedTest
    @CsvSource({
        "'      - db_password\n', '      - smtp_pass\n', compose.yml:13, secret 'smtp_pass'",
        "'      - source: app_conf', '      - source: nginx_conf', compose.yml:10, config 'nginx_conf'"
    })
    void findsWhatIsUsedAndNotDefinedInTheDeployedFiles(String from, String to, String place, String what)
            throws IOException {
        recipe.change("compose.yml", from, to);

        assertFinds(
                place + ": error: undefined-reference: the service 'app' uses the " + what + ", which is not defined");
    }

    @Test
    void letsAnOptionalFileUseWhatTheMainOneDefines() throws IOException {
        recipe.change("compose.smtp.yml", "      - smtp_pass\n", "      - smtp_pass\n      - db_password\n");

        assertFinds();
    }

    @ParameterizedTest
    @CsvSource({"#SECRET_DB_PASSWORD_VERSION=v1, has its version line commented out", "'', has no version line of it"})
    void findsASecretThatNobodyGenerates(String line, String found) throws IOException {
        recipe.change(".env.sample", "SECRET_DB_PASSWORD_VERSION=v1 # length=32", line);

        assertFinds("compose.yml:49: error: ungenerated-secret: the secret 'db_password' is external, but .env.sample "
                + found);
    }

    @Test
    void findsASecretOfAnOptionalFileThatTheSampleKeepsQuietAbout() throws IOException {
        recipe.change(".env.sample", "#SECRET_SMTP_PASS_VERSION=v1\n", "");

        assertFinds("compose.smtp.yml:10: error: ungenerated-secret: the secret 'smtp_pass' is external");
    }

    @Test
    void findsASecretWhoseLineIsStillCommentedOutWhenItsFileIsDeployed() {
        Variables enabled =
                Variables.none().with("COMPOSE_FILE", "compose.yml:compose.smtp.yml", Origin.of("the test"));

        assertThat(new StaticLook(RecipeTree.ACCEPTING).look(recipe.published(enabled), Optional.empty()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo(Rule.UNGENERATED_SECRET))
                .satisfies(
                        finding -> assertThat(finding.explains(Touches.DEPLOY)).isTrue());
    }

    @Test
    void measuresASecretsName() throws IOException {
        recipe.change("compose.smtp.yml", "smtp_pass", "smtp_password")
                .change(".env.sample", "SMTP_PASS", "SMTP_PASSWORD");

        assertFinds(
                "compose.smtp.yml:10: warning: long-secret-name: the secret's name 'smtp_password' has 13 characters");
    }

    @Test
    void measuresAllSecretsOfAFileTogether() throws IOException {
        recipe.change("compose.smtp.yml", "smtp_pass", "smtp_password")
                .change(".env.sample", "SMTP_PASS", "SMTP_PASSWORD")
                .change(".env.sample", "TYPE=demo", "TYPE=demo\nSECRET_A_RATHER_LONG_ONE_VERSION=v1")
                .change(
                        "compose.smtp.yml",
                        "secrets:\n  smtp_password:",
                        "secrets:\n  a_rather_long_one: {external: true}\n  smtp_password:");

        assertFinds(
                "compose.smtp.yml:9: warning: long-secret-name: the names of 2 secrets are too long: a_rather_long_one"
                        + " has 17, smtp_password has 13 characters, abra wants 12 at most");
    }

    @Test
    void measuresTheNameOfAConfig() throws IOException {
        recipe.change("abra.sh", "v2", "v" + "2".repeat(40));

        assertFinds("compose.yml:44: error: name-too-long: 'app_conf' is called 'demo_example_com_app_conf_v2222");
    }

    @Test
    void measuresTheNameOfASecretInALongStack() {
        Variables edited = Variables.none().with("STACK_NAME", "x".repeat(50), Origin.of("the test"));

        assertThat(new StaticLook(RecipeTree.ACCEPTING).look(recipe.published(edited), Optional.empty()))
                .singleElement()
                .asString()
                .contains("which has 65 characters, 50 of them for the stack; docker takes 64");
    }

    @ParameterizedTest
    @CsvSource({
        "${STACK_NAME}_app_conf, has no version in its name",
        "${STACK_NAME}_app_conf_${OTHER_VERSION}, 'is not exported by abra.sh. Write'",
        "${STACK_NAME}_app_conf_${TYPE}, is not exported by abra.sh; operators have their own copy of .env.sample"
    })
    void findsAConfigWhoseVersionDoesNotComeWithTheRecipe(String name, String found) throws IOException {
        recipe.change("compose.yml", "${STACK_NAME}_app_conf_${APP_CONF_VERSION}", name);

        assertThat(recipe.findings())
                .singleElement()
                .asString()
                .startsWith("compose.yml:44: error: unvendored-config-version: ")
                .contains(found);
    }

    @Test
    void isContentWithAConfigWhoseVersionIsADefault() throws IOException {
        recipe.change("compose.yml", "${APP_CONF_VERSION}", "${OTHER_VERSION:-v3}");

        assertFinds();
    }

    @Test
    void looksWhetherTheReadmeIsFilledIn() throws IOException {
        recipe.change("README.md", "* **Backups**: Yes", "* **Backups**:").change("README.md", "* **SSO**: No\n", "");

        assertFinds("README.md:3: warning: readme-metadata: not filled in: Backups, SSO; ");
    }

    @Test
    void missesTheReadme() throws IOException {
        recipe.delete("README.md");

        assertFinds("README.md: warning: readme-metadata: the recipe has no README");
    }

    @Test
    void tellsWhyTheFilesCantBePutTogether() throws IOException {
        recipe.change("compose.yml", "${MODE:-calm}", "${MODE:?must}");

        assertFinds("compose.yml:8: error: unrenderable: the variable MODE is required and not set (must)");
    }

    @Test
    void missesTheFileOfAConfig() throws IOException {
        recipe.delete("app.conf.tmpl");

        assertFinds("compose.yml:45: error: unrenderable: the file 'app.conf.tmpl' is not there");
    }

    @ParameterizedTest
    @CsvSource({
        "compose.yml, 'services:', 'services: [', compose.yml:",
        "compose.yml, '  db:\n', '  other:\n  db:\n', compose.yml:27: error: unreadable-file: 'other' must be a mapping",
        "compose.smtp.yml, 'services:', '\tservices:', compose.smtp.yml:3: error: unreadable-file: this is not YAML",
        ".env.sample, 'TYPE=demo', 'TYPE demo', .env.sample:1: error: unreadable-file: found 'TYPE demo'",
        "abra.sh, '=v2', '=\"v2', abra.sh:1: error: unreadable-file: the value of APP_CONF_VERSION opens a quote",
        ".env.sample, '#COMPOSE_FILE=', 'COMPOSE_FILE=gone.yml', .env.sample:5: error: unreadable-file: COMPOSE_FILE"
    })
    void saysOfAFileThatCantBeReadWhereAndNothingElse(String file, String from, String to, String found)
            throws IOException {
        recipe.change(file, from, to);

        assertFinds(found);
    }

    @Test
    void saysThatAFileIsNoText() throws IOException {
        Files.write(recipe.directory().resolve("abra.sh"), "# é".getBytes(StandardCharsets.ISO_8859_1));

        assertFinds("abra.sh: error: unreadable-file: this is not a text in UTF-8");
    }

    private ListAssert<String> assertFinds(String... beginnings) {
        List<String> findings = recipe.findings();
        return assertThat(findings).satisfies(found -> {
            assertThat(found).hasSameSizeAs(beginnings);
            for (int i = 0; i < beginnings.length; i++) {
                assertThat(found.get(i)).startsWith(beginnings[i]);
            }
        });
    }
}
