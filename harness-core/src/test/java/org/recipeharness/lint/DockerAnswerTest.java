package org.recipeharness.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recipeharness.lint.published.StackConfig;

/** What is made of docker's answers, recorded from the docker CLI 28.2.2. */
class DockerAnswerTest {

    private RecipeTree recipe;

    @BeforeEach
    void writeASoundRecipe(@TempDir Path temporary) throws IOException {
        recipe = RecipeTree.sound(temporary.resolve("recipe"), "1.0.0+1.2.3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "services.app.dns must be a list | compose.yml:17",
                "services.db.deploy.labels.backupbot.backup.path must be a string, number or null | compose.yml:37",
                "configs.app_conf Additional property file is not allowed | compose.yml:45",
                "secret db_password: secret.external.name and secret.name conflict; only use secret.name | compose.yml:49",
                "conflicting parameters \"external\" and \"driver\" specified for volume \"data\" | compose.yml:40",
                "decoding failed due to the following error(s): error decoding 'Deploy.labels': invalid | compose.yml:23",
                "invalid interpolation format for services.app.environment.[]: \"MODE=${MODE:-calm}\" | compose.yml:8",
                "secrets.smtp_pass Additional property external is not allowed | compose.smtp.yml:10",
                "something that no one has thought of | compose.smtp.yml"
            })
    void isFoundInTheFiles(String message, String place) {
        var answers = new Once(message);

        assertThat(recipe.findings(answers))
                .singleElement()
                .asString()
                .startsWith(place + ": error: refused-by-docker: docker refuses the file: " + message);
    }

    @Test
    void isANoteIfDockerCantBeAsked() {
        assertThat(recipe.findings((files, variables) -> new StackConfig.Unavailable("this docker CLI is too old")))
                .containsExactly(
                        "compose.yml: note: refused-by-docker: docker could not be asked whether it accepts the"
                                + " compose files, so nothing is known of that (this docker CLI is too old). Install a docker"
                                + " CLI with 'docker stack config', which is 23.0 or newer");
    }

    @Test
    void endsALookThatDockerAnswersForEver() {
        assertThat(recipe.findings((files, variables) -> new StackConfig.Refused("services.gone must be a mapping")))
                .hasSizeBetween(1, 2);
    }

    @Test
    void isAskedForTheDeployedFilesAndForEachOptionalOneWithThem() throws IOException {
        recipe.write("compose.more.yml", "version: \"3.8\"\nservices: {}\n");
        var asked = new ArrayList<List<String>>();

        recipe.findings((files, variables) -> {
            asked.add(files.stream().map(file -> file.getFileName().toString()).toList());
            return new StackConfig.Accepted();
        });

        assertThat(asked)
                .containsExactly(
                        List.of("compose.yml"),
                        List.of("compose.yml", "compose.more.yml"),
                        List.of("compose.yml", "compose.smtp.yml"));
    }

    /** Refuses files that contain all of the original ones, once. */
    private static final class Once implements StackConfig {

        private final String message;
        private boolean answered;

        Once(String message) {
            this.message = message;
        }

        @Override
        public Answer read(List<Path> files, Map<String, String> variables) {
            if (answered || files.size() < 2) {
                return new Accepted();
            }
            answered = true;
            return new Refused(message);
        }
    }
}
