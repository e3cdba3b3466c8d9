package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.TagKind;
import org.recipeharness.recipe.Origin;
import org.recipeharness.recipe.RecipeName;

class RecipeFilesTest {

    private static final Variables EDITED = Variables.none().with("DOMAIN", "demo.lab.test", Origin.of("the run"));

    private Path directory;
    private RecipeFiles files;

    @BeforeEach
    void checkOut(@TempDir Path temporary) throws IOException {
        directory = temporary;
        files = new RecipeFiles(
                new Checkout(new RecipeName("demo"), directory, "main", "0123456789", false, TagKind.NONE));
        write(".env.sample", "TYPE=demo\nDOMAIN=example.com\nCONF_VERSION=v1\n");
        write("compose.yml", "services:\n  app:\n    image: app:$CONF_VERSION\n");
    }

    @Test
    void giveTheSampleAsEditedAndThenTheExports() throws IOException {
        write("abra.sh", "export CONF_VERSION=v3\n");

        Variables variables = files.variables(EDITED);

        assertThat(variables.find("DOMAIN").map(Variable::value)).contains("demo.lab.test");
        assertThat(variables.find("CONF_VERSION"))
                .contains(new Variable("CONF_VERSION", "v3", "", new Origin("abra.sh", 1)));
        assertThat(files.document(variables).services().mapping("app").text("image"))
                .contains("app:v3");
    }

    @Test
    void keepAnAppsVariablesUnderTheExportsOfANewerVersion() throws IOException {
        Variables kept = files.appEnv(EDITED);
        write(".env.sample", "TYPE=demo\nNEW=1\n");
        write("abra.sh", "export CONF_VERSION=v4\n");

        Variables variables = files.withExports(kept);

        assertThat(variables.find("NEW")).isEmpty();
        assertThat(variables.find("DOMAIN").map(Variable::value)).contains("demo.lab.test");
        assertThat(variables.find("CONF_VERSION").map(Variable::value)).contains("v4");
    }

    @Test
    void areMergedWithOverlaysThatAreNotTheirs() {
        var overlay = new Overlay("test.overlay.yml", "services: {app: {init: true}, extra: {image: $CONF_VERSION}}");

        ComposeDocument document = files.document(files.variables(EDITED), List.of(overlay));

        assertThat(document.services().mapping("app").text("init")).contains("true");
        assertThat(document.services().mapping("app").text("image")).contains("app:v1");
        assertThat(document.services().mapping("extra").text("image")).contains("v1");
    }

    @Test
    void needNoScript() {
        assertThat(files.variables(EDITED).find("CONF_VERSION").map(Variable::value))
                .contains("v1");
    }

    @Test
    void holdTheComposeFileThatTheEnvironmentNames() throws IOException {
        write("sub/compose.other.yml", "services:\n  other:\n    image: x\n");
        Variables variables =
                files.variables(EDITED).with("COMPOSE_FILE", "sub/compose.other.yml", Origin.of("the test"));

        assertThat(files.document(variables).services().entries()).containsOnlyKeys("other");
    }

    @Test
    void tellWhichFileTheRecipeLacks() throws IOException {
        Files.delete(directory.resolve("compose.yml"));

        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> files.document(Variables.none()))
                .withMessageStartingWith(
                        "the default of COMPOSE_FILE: COMPOSE_FILE (compose.yml) names 'compose.yml', but the")
                .withMessageContaining("recipe has no such file");
    }

    @Test
    void tellWhichFileIsNoText() throws IOException {
        Files.write(directory.resolve(".env.sample"), "A=é".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> files.variables(EDITED))
                .withMessage(".env.sample: this is not a text in UTF-8");
    }

    @Test
    void listAllComposeFilesTheMainOneFirst() throws IOException {
        write("compose.a.yml", "");
        write("compose-b.yml", "");
        write("compose.yml.orig", "");
        write("sub/compose.c.yml", "");

        assertThat(files.composeFiles()).containsExactly("compose.yml", "compose-b.yml", "compose.a.yml");
    }

    @Test
    void giveAComposeFileAsItIsWritten() {
        assertThat(files.written("compose.yml")
                        .mapping("services")
                        .mapping("app")
                        .text("image"))
                .contains("app:$CONF_VERSION");
    }

    @Test
    void tellTheSampleAndTheExportsApart() throws IOException {
        write("abra.sh", "export CONF_VERSION=v3\n");

        assertThat(files.appEnv(Variables.none()).find("CONF_VERSION").map(Variable::value))
                .contains("v1");
        assertThat(files.withExports(Variables.none()).all())
                .containsExactly(new Variable("CONF_VERSION", "v3", "", new Origin("abra.sh", 1)));
    }

    @Test
    void readNothingOutsideOfTheRecipe(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(
                directory.resolve("abra.sh"), Files.writeString(elsewhere.resolve("other.sh"), "export A=b"));

        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> files.variables(EDITED))
                .withMessage(
                        "abra.sh: this is a folder, or a link that leads nowhere or out; expected a file of the recipe");
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> files.text("../" + elsewhere.getFileName() + "/other.sh"));
    }

    @Test
    void doNotBlameTheRecipeForTheDisk() {
        var gone = new RecipeFiles(new Checkout(
                new RecipeName("demo"), directory.resolve("gone"), "main", "0123456789", false, TagKind.NONE));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(gone::composeFiles)
                .withMessageStartingWith("Reading '.' of the recipe demo at main (01234567) in " + directory)
                .withMessageEndingWith("Is the folder still there, and may this user read it?");
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
