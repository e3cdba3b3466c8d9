package org.recipeharness.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test writes what the engine refuses, and finds that and nothing else. */
class RefusedBySwarmTest {

    private RecipeTree recipe;

    @BeforeEach
    void writeASoundRecipe(@TempDir Path temporary) throws IOException {
        recipe = RecipeTree.sound(temporary.resolve("recipe"), "1.0.0+1.2.3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ports: [\"80:80\", \"80:81\"] | the service 'app' publishes the port 80/tcp twice, so swarm refuses it",
                "networks: [nowhere] | the service 'app' uses the network 'nowhere', which is not defined",
                "volumes: [nowhere:/a] | the service 'app' uses the volume 'nowhere', which is not defined",
                "volumes: [\"data:/a\", {type: tmpfs, target: /a}] | the service 'app' mounts two volumes at '/a', so swarm",
                "volumes: [\"a:/data\"] | the service 'app' mounts a volume at 'a:/data', which is no absolute path",
                "secrets: [db_password, {source: db_password}] | the service 'app' mounts two secrets at 'db_password'",
                "deploy: {restart_policy: {condition: always}} | app.deploy.restart_policy.condition is 'always', so docker",
                "deploy: {mode: many} | app.deploy.mode is 'many', so docker refuses the service; expected one of",
                "deploy: {update_config: {failure_action: stop}} | app.deploy.update_config.failure_action is 'stop'",
                "deploy: {mode: global, replicas: 2} | the service 'app' is global and has replicas",
                "healthcheck: {disable: true, test: x} | the service 'app' disables its healthcheck and has a test"
            })
    void findsAService(String field, String found) throws IOException {
        recipe.write("compose.yml", """
                version: "3.8"
                services:
                  app:
                    image: demo/app:1.2.3
                    %s
                    labels: {traefik.enable: "true"}
                volumes: {data: }
                secrets:
                  db_password: {external: true, name: "${STACK_NAME}_db_password_${SECRET_DB_PASSWORD_VERSION}"}
                """.formatted(field));

        assertThat(recipe.findings())
                .filteredOn(finding -> finding.contains("refused-by-swarm"))
                .singleElement()
                .asString()
                .startsWith("compose.yml:5: error: refused-by-swarm: " + found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8080:80 | 8080:81 | error | so swarm refuses 'db'",
                "8080-8082:80-82 | 8082:81 | error | the same port 8082/tcp",
                "8080:80/udp | 8080:81/UDP | error | the same port 8080/udp",
                "8080:80 | {target: 80, published: 8080, mode: host} | error | so swarm refuses 'db'",
                "{target: 80, published: 8080, mode: host} | {target: 81, published: 8080, mode: host} | warning | run on one node"
            })
    void findsAPortOfTwoServices(String app, String db, String severity, String found) throws IOException {
        ports(app, db);

        assertThat(recipe.findings())
                .singleElement()
                .asString()
                .startsWith(
                        "compose.yml:32: " + severity + ": refused-by-swarm: the services 'app' and 'db' publish the")
                .contains(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"8080:80/udp | 8080:80/tcp", "80 | 80", "8080:80 | 8081:80"})
    void letsTwoServicesHavePortsOfTheirOwn(String app, String db) throws IOException {
        ports(app, db);

        assertThat(recipe.findings()).isEmpty();
    }

    @Test
    void findsAPublishedPortOfRoundRobin() throws IOException {
        recipe.change("compose.yml", "  db:\n", "      endpoint_mode: dnsrr\n    ports: [\"80:80\"]\n  db:\n");

        assertThat(recipe.findings())
                .singleElement()
                .asString()
                .startsWith("compose.yml:28: error: refused-by-swarm: the service 'app' publishes a port with"
                        + " endpoint_mode: dnsrr, which swarm refuses");
    }

    @Test
    void findsAnOptionalFileThatTakesADeployedPort() throws IOException {
        recipe.change("compose.yml", "  db:\n", "    ports: [\"80:80\"]\n  db:\n")
                .write("compose.web.yml", """
                        version: "3.8"
                        services:
                          web: {image: "demo/web:1.2.3", healthcheck: {test: x}, ports: ["80:81"]}
                        """);

        assertThat(recipe.findings())
                .singleElement()
                .asString()
                .startsWith("compose.web.yml:3: error: refused-by-swarm: the services 'app' and 'web' publish");
    }

    @ParameterizedTest
    @CsvSource({"0, has 0 bytes", "1024000, has 1024000 bytes"})
    void measuresTheFileOfAConfig(int size, String found) throws IOException {
        recipe.write("app.conf.tmpl", "x".repeat(size));

        assertThat(recipe.findings())
                .singleElement()
                .asString()
                .startsWith("compose.yml:45: error: refused-by-swarm: the file of 'app_conf' in configs " + found);
    }

    @Test
    void takesTheLargestConfig() throws IOException {
        recipe.write("app.conf.tmpl", "x".repeat(1_023_999));

        assertThat(recipe.findings()).isEmpty();
    }

    @Test
    void measuresTheNameOfAService() throws IOException {
        recipe.change("compose.yml", "  db:\n", "  " + "d".repeat(47) + ":\n");

        assertThat(recipe.findings())
                .singleElement()
                .asString()
                .startsWith("compose.yml:28: error: refused-by-swarm: the service 'ddd")
                .contains("which has 64 characters, 16 of them for the stack; swarm takes 63");
    }

    @ParameterizedTest
    @ValueSource(strings = {"my.db", "db_", "_db"})
    void findsANameThatIsNoDnsName(String name) throws IOException {
        recipe.change("compose.yml", "  db:\n", "  " + name + ":\n");

        assertThat(recipe.findings())
                .singleElement()
                .asString()
                .startsWith(
                        "compose.yml:28: error: refused-by-swarm: the service's name '" + name + "' is no DNS name");
    }

    @Test
    void findsANetworkOfOneNode() throws IOException {
        recipe.change("compose.yml", "volumes:\n  data:\n", "networks: {back: {driver: bridge}}\nvolumes:\n  data:\n");

        assertThat(recipe.findings())
                .singleElement()
                .asString()
                .startsWith(
                        "compose.yml:39: error: refused-by-swarm: the network 'back' has a driver of a single node");
    }

    private void ports(String app, String db) throws IOException {
        recipe.change(
                "compose.yml",
                "  db:\n    image: postgres:15.4\n",
                "    ports:\n      - " + app + "\n  db:\n    image: postgres:15.4\n    ports:\n      - " + db + "\n");
    }
}
