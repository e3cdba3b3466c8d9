package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.TagKind;
import org.recipeharness.recipe.Origin;
import org.recipeharness.recipe.RecipeName;

/** Which files are read and where their values come from; {@link MergeTest} shows what becomes of them. */
class SeveralFilesTest {

    private Path directory;

    @BeforeEach
    void checkOut(@TempDir Path temporary) throws IOException {
        directory = temporary.resolve("recipe");
        write("compose.yml", "version: '3.8'\nservices:\n  app:\n    image: app:1\n    user: a\n");
        write("pg/tune.yml", "version: '3.8'\nservices:\n  app:\n    user: b\n    hostname: $HOST\n");
        write("../outside.yml", "services: {app: {image: x}}\n");
    }

    @Test
    void eachValueKeepsItsOwnPlace() {
        Yaml.Mapping app = read("compose.yml:pg/tune.yml").services().mapping("app");

        assertThat(app.find("image")).contains(Yaml.Scalar.plain("app:1", new Origin("compose.yml", 4)));
        assertThat(app.find("user")).contains(Yaml.Scalar.plain("b", new Origin("pg/tune.yml", 4)));
        assertThat(app.find("hostname")).contains(Yaml.Scalar.text("demo", new Origin("pg/tune.yml", 5)));
    }

    @Test
    void laterFilesWin() {
        assertThat(read("pg/tune.yml:compose.yml").services().mapping("app").text("user"))
                .contains("a");
    }

    @ParameterizedTest
    @CsvSource({
        "compose.yml:compose.smtp.yml, names 'compose.smtp.yml'; but the recipe has no such file",
        "compose.yml:, names an empty file",
        "'', names an empty file",
        "compose.yml::pg/tune.yml, names an empty file",
        "pg, names 'pg'; but the recipe has no such file",
        "../outside.yml, names '../outside.yml'; which is outside of the recipe",
        "pg/../../outside.yml, names 'pg/../../outside.yml'; which is outside of the recipe",
        "link.yml, names 'link.yml'; which is outside of the recipe"
    })
    void aFileThatCannotBeHadIsToldByTheLineThatNamesIt(String list, String problem) throws IOException {
        Files.createSymbolicLink(directory.resolve("link.yml"), directory.resolve("../outside.yml"));

        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> read(list))
                .withMessageStartingWith(".env.sample:6: COMPOSE_FILE (" + list + ") " + problem.replace(';', ','));
    }

    @Test
    void anAbsolutePathIsOutsideEvenIfItLeadsInside() {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> read(directory.resolve("compose.yml").toString()))
                .withMessageContaining("which is outside of the recipe; expected a path within it");
    }

    @Test
    void variablesAreMissedByTheLineOfTheirOwnFile() throws IOException {
        write("pg/tune.yml", "version: '3.8'\n\nservices:\n  app:\n    image: ${TAG:?}\n");

        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> read("compose.yml:pg/tune.yml"))
                .withMessageStartingWith("pg/tune.yml:5: the variable TAG is required and not set.");
    }

    @Test
    void filesOfTwoVersionsAreNotMerged() throws IOException {
        write("pg/tune.yml", "services: {app: {user: b}}\n");

        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> read("compose.yml:pg/tune.yml"))
                .withMessage("pg/tune.yml:1: this file is of version 3.13, but compose.yml is of version 3.8."
                        + " docker merges files of one version only: write the same in both");
    }

    @Test
    void pathsBeginAtTheFolderOfTheFirstFile() throws IOException {
        write("pg/tune.yml", "services: {app: {image: x, volumes: ['./data:/data']}}\nconfigs: {c: {file: c.txt}}\n");
        write("pg/c.txt", "c");
        Yaml.Mapping root = read("pg/tune.yml").root();

        assertThat(root.mapping("configs").mapping("c").text("file"))
                .contains(directory.resolve("pg/c.txt").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "'configs: {c: {file: conf.tmpl}}', the file 'conf.tmpl' is not there",
        "'secrets: {c: {file: pg}}', the file 'pg' is not there",
        "'configs: {c: {file: /nowhere/conf.tmpl}}', the file '/nowhere/conf.tmpl' is not there",
        "'services: {app: {env_file: app.env}}', the env_file 'app.env' can't be read"
    })
    void aFileThatIsNotThereIsToldByTheLineThatNamesIt(String line, String problem) throws IOException {
        write("more.yml", "version: '3.8'\n\n" + line + "\n");

        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> read("compose.yml:more.yml"))
                .withMessageStartingWith("more.yml:3: " + problem);
    }

    @ParameterizedTest
    @CsvSource({"=x", "A B=x", "'A =x'"})
    void aLineOfAnEnvFileThatIsNoAssignmentIsTold(String line) throws IOException {
        write("app.env", "OK=1\n" + line + "\n");
        write("compose.yml", "services: {app: {image: x, env_file: [app.env]}}\n");

        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> read("compose.yml"))
                .withMessage("app.env:2: found '" + line + "', expected NAME=value with no blank before the '='");
    }

    @Test
    void theNameOfAStackIsNotTheRecipesToGive() throws IOException {
        write("compose.yml", "name: mine\nservices: {app: {image: x}}\n");

        assertThat(read("compose.yml").root().entries()).containsOnlyKeys("services", "version");
    }

    private ComposeDocument read(String list) {
        Variables variables = Variables.none()
                .with("COMPOSE_FILE", list, new Origin(".env.sample", 6))
                .with("HOST", "demo", Origin.of("the run"));
        return new RecipeFiles(
                        new Checkout(new RecipeName("demo"), directory, "main", "0123456789", false, TagKind.NONE))
                .document(variables);
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }
}
