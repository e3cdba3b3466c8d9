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

class VersionLabelTest {

    private static final String LABEL = "        - \"coop-cloud.${STACK_NAME}.version=1.0.0+1.2.3\"\n";

    private RecipeTree recipe;

    @BeforeEach
    void writeASoundRecipe(@TempDir Path temporary) throws IOException {
        recipe = RecipeTree.sound(temporary.resolve("recipe"), "1.0.0+1.2.3");
    }

    @Test
    void isMissed() throws IOException {
        recipe.change("compose.yml", LABEL, "");

        assertFinds("compose.yml:5: warning: version-label: the service 'app' has no label that names the recipe's");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '!',
            value = {
                "version=, is empty",
                "version=${RECIPE_VERSION}, is ${RECIPE_VERSION}; which has no value",
                "version=${RECIPE_VERSION:-latest}, says 'latest'; expected <semver>+<app version>",
                "version=0.0.1, says '0.0.1'; expected",
                "version=v1.0.0+1.2.3, says 'v1.0.0+1.2.3'; expected",
                "version=1.0+1.2.3, says '1.0+1.2.3'; expected",
                "version=1.0.0+, says '1.0.0+'; expected",
                "version=0.9.0+1.2.3, says '0.9.0+1.2.3'; but the tag of this release is '1.0.0+1.2.3'"
            })
    void isComparedWithItsFormAndItsTag(String label, String found) throws IOException {
        recipe.change("compose.yml", "version=1.0.0+1.2.3", label);

        assertFinds(
                "compose.yml:26: warning: version-label: the label of the recipe's version " + found.replace(';', ','));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${STACK_NAME}.app.version=1.2.3-0123abcd", "demo.version=1.0.0+1.2.3", "version=1"})
    void isNotTakenFromAnotherLabel(String label) throws IOException {
        recipe.change("compose.yml", "${STACK_NAME}.version=1.0.0+1.2.3", label);

        assertFinds("compose.yml:26: warning: version-label: the label coop-cloud.");
    }

    @Test
    void isFoundOnAnotherService() throws IOException {
        recipe.change("compose.yml", LABEL, "")
                .change(
                        "compose.yml",
                        "  db:\n    image: postgres:15.4\n",
                        "  web:\n    image: demo/web:1.2.3\n    healthcheck: {test: a}\n    deploy:\n      labels:\n"
                                + LABEL + "  db:\n    image: postgres:15.4\n");

        assertFinds("compose.yml:31: warning: version-label: the version's label is on another service than 'app'");
    }

    @Test
    void isNotReadFromTheKeyOfAMapping() throws IOException {
        recipe.delete("compose.smtp.yml").write("compose.yml", """
                version: "3.8"
                services:
                  app:
                    image: demo/app:1.2.3
                    healthcheck: {test: a}
                    deploy:
                      labels:
                        traefik.enable: "true"
                        coop-cloud.${STACK_NAME}.version: "1.0.0+1.2.3"
                """);

        assertFinds("compose.yml:9: warning: version-label: the version's label is the key of a mapping");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$STACK_NAME.version=1.0.0+1.2.3", "${STACK_NAME}.version=${V:-1.0.0+1.2.3}"})
    void mayBeWrittenOtherwise(String label) throws IOException {
        recipe.change("compose.yml", "${STACK_NAME}.version=1.0.0+1.2.3", label);

        assertThat(recipe.findings()).isEmpty();
    }

    @Test
    void isAnyVersionWhereNoReleaseIsCheckedOut(@TempDir Path other) throws IOException {
        RecipeTree branch = RecipeTree.sound(other.resolve("recipe"), "main")
                .change("compose.yml", "version=main", "version=1.1.0+1.3.0");

        assertThat(branch.findings()).isEmpty();
    }

    private void assertFinds(String beginning) {
        assertThat(recipe.findings()).singleElement().asString().startsWith(beginning);
    }
}
