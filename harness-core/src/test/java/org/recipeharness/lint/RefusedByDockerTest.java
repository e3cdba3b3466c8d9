package org.recipeharness.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recipeharness.lint.docker.DockerStackConfig;
import org.recipeharness.lint.published.StackConfig;
import org.recipeharness.process.Command;
import org.recipeharness.process.Finished;

/** What the docker CLI refuses is found in the line that it means. Needs the CLI, and no engine. */
@Tag("swarm")
class RefusedByDockerTest {

    private static final StackConfig DOCKER = new DockerStackConfig();

    private RecipeTree recipe;

    @BeforeAll
    static void needsStackConfig() throws InterruptedException {
        Finished help = Command.of("docker", "stack", "config", "--help").run();
        assumeTrue(help.out().contains("--compose-file"), "This docker CLI has no 'docker stack config'");
    }

    @BeforeEach
    void writeASoundRecipe(@TempDir Path temporary) throws IOException {
        recipe = RecipeTree.sound(temporary.resolve("recipe"), "1.0.0+1.2.3");
    }

    @Test
    void acceptsASoundRecipe() {
        assertThat(recipe.findings(DOCKER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profiles: [x] | services.app Additional property profiles is not allowed. services.app.profiles: move",
                "platform: linux/amd64 | services.app Additional property platform is not allowed",
                "pull_policy: always | services.app Additional property pull_policy is not allowed",
                "enviroment: {A: b} | services.app Additional property enviroment is not allowed. Correct it, or remove it",
                "env_file: [{path: app.env}] | services.app.env_file.0 must be a string. services.app.env_file.0: write a list of",
                "mem_limit: 512m | forbidden properties. services.app.mem_limit: write deploy.resources.limits.memory",
                "extends: {service: db} | forbidden properties. services.app.extends: write the service out",
                "stop_grace_period: 1d | services.app.stop_grace_period Does not match format 'duration'",
                "labels: {a: true} | services.app.labels.a must be a string, number or null",
                "ulimits: {nofile: {soft: 5}} | services.app.ulimits.nofile hard is required",
                "cap_add: [A, A] | services.app.cap_add array items[0,1] must be unique",
                "env_file: gone.env | no",
                "ports: [abc] | no",
                "user: ${NOBODY:-1}:${X:?} | no",
                "shm_size: ${SIZE:-64m} | no",
                "user: 1000 | services.app.user must be a string"
            })
    void namesTheLineOfAServicesField(String field, String message) throws IOException {
        recipe.change("compose.yml", "    image: demo/app:1.2.3\n", "    image: demo/app:1.2.3\n    " + field + "\n");

        if (message.equals("no")) {
            assertThat(refusals()).isEmpty();
        } else {
            assertThat(refusals())
                    .singleElement()
                    .asString()
                    .matches("compose.yml:6: error: refused-by-docker: docker refuses the file: .*")
                    .contains(message);
        }
    }

    @Test
    void namesEachRefusedFieldOfEachFile() throws IOException {
        recipe.change(
                        "compose.yml",
                        "    image: demo/app:1.2.3\n",
                        "    image: demo/app:1.2.3\n    foo: 1\n    user: 5\n")
                .change("compose.smtp.yml", "  app:\n", "  app:\n    profiles: [x]\n")
                .change("compose.smtp.yml", "    external: true\n", "    external: true\n    environment: X\n");

        assertThat(refusals())
                .extracting(finding -> finding.replaceFirst("the file: (.{50}).*", "$1"))
                .containsExactly(
                        "compose.yml:6: error: refused-by-docker: docker refuses services.app Additional property foo is not allowe",
                        "compose.yml:7: error: refused-by-docker: docker refuses services.app.user must be a string. Correct it, or",
                        "compose.smtp.yml:5: error: refused-by-docker: docker refuses services.app Additional property profiles is not a",
                        "compose.smtp.yml:12: error: refused-by-docker: docker refuses secrets.smtp_pass Additional property environment ");
    }

    @Test
    void leavesATopLevelNameToItsOwnRule() throws IOException {
        recipe.change("compose.yml", "version: \"3.8\"\n", "version: \"3.8\"\nname: demo\n");

        assertThat(refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "compose.yml, '\"3.8\"', '\"2.4\"', compose.yml:1: error: refused-by-docker: docker refuses the file: unsupported",
        "compose.yml, '\"3.8\"', 3.8, compose.yml:1: error: refused-by-docker: docker refuses the file: version must be a",
        "compose.smtp.yml, '\"3.8\"', '\"3.7\"', compose.smtp.yml:1: error: refused-by-docker: docker refuses the file: version mism"
    })
    void namesTheLineOfAVersion(String file, String from, String to, String found) throws IOException {
        recipe.change(file, from, to);

        assertThat(refusals()).singleElement().asString().startsWith(found);
    }

    @Test
    void leavesToTheOperatorWhatAnOptionalFileNeeds() throws IOException {
        recipe.change(
                "compose.smtp.yml",
                "  app:\n",
                "  app:\n    hostname: ${HOST:?must}\n    deploy: {replicas: \"${REPLICAS}\"}\n");

        assertThat(refusals()).isEmpty();
    }

    private List<String> refusals() {
        return recipe.findings(DOCKER).stream()
                .filter(finding -> finding.contains("refused-by-docker"))
                .toList();
    }
}
