package org.recipeharness.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.checkout.Release;
import org.recipeharness.checkout.TagKind;
import org.recipeharness.recipe.RecipeVersion;

/** What the static look says of the tags of a recipe, and of those of images in their light. */
class TagsTest {

    private RecipeTree recipe;

    @BeforeEach
    void writeASoundRecipe(@TempDir Path temporary) throws IOException {
        recipe = RecipeTree.sound(temporary.resolve("recipe"), "1.0.0+1.2.3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bbernhard/signal-cli-rest-api:0.92",
                "demo/app:v0.92-alpine",
                "collabora/code:24.04",
                "a/mariadb-x:1.2"
            })
    void onlyNotesATagOfTwoNumbersThatMayBeWhole(String image) throws IOException {
        recipe.change("compose.yml", "demo/app:1.2.3", image);

        assertFinds("compose.yml:5: note: moving-tag: the image " + image + " is at a tag of two numbers");
    }

    @Test
    void learnsFromTheReleasesThatTwoNumbersAreWhole() throws IOException {
        recipe.change("compose.yml", "demo/app:1.2.3", "demo/app:0.92")
                .change("compose.yml", "postgres:15.4", "demo/db:9.1");
        recipe = recipe.released(
                release("1.0.0+0.92", TagKind.ANNOTATED),
                release("0.9.0+v0.91", TagKind.ANNOTATED),
                release("0.8.0+0.90", TagKind.ANNOTATED));

        assertFinds("compose.yml:28: note: moving-tag: the image demo/db:9.1 ");
    }

    @Test
    void learnsNothingFromReleasesOfThreeNumbers() throws IOException {
        recipe.change("compose.yml", "demo/app:1.2.3", "demo/app:0.4");
        recipe =
                recipe.released(release("1.0.0+v0.4", TagKind.ANNOTATED), release("1.1.0+v0.4.219", TagKind.ANNOTATED));

        assertFinds("compose.yml:5: note: moving-tag: ");
    }

    @Test
    void namesTheTagsOfWhichNoneIsARelease() {
        recipe = recipe.tagged("v1.0.1", "1.0+2", "release-1.0.0+1.2", "nightly");

        assertFinds(
                "the tags of demo: warning: no-release: none is a release for abra, which takes <semver>+<app version>,"
                        + " such as 1.0.0+1.2.3; its tags are v1.0.1, 1.0+2, release-1.0.0+1.2, nightly. Nearly right:"
                        + " v1.0.1 begins with 'v' and has no app version after a +; 1.0+2 has not three numbers;"
                        + " release-1.0.0+1.2 begins with 'release-'. So");
    }

    @Test
    void missesNoReleaseWhereThereIsOneOrNoTagAtAll() {
        recipe = recipe.released(release("1.0.0+1.2.3", TagKind.ANNOTATED));
        assertThat(recipe.findings()).isEmpty();

        recipe = recipe.tagged();
        assertThat(recipe.findings()).isEmpty();
    }

    @Test
    void namesTheReleasesWithALightweightTag() {
        recipe =
                recipe.released(release("1.0.0+1.2.3", TagKind.ANNOTATED), release("0.2.0+1.2.0", TagKind.LIGHTWEIGHT));

        assertFinds("the tags of demo: error: lightweight-tag: not annotated: 0.2.0+1.2.0. abra deploys no release");
    }

    private void assertFinds(String beginning) {
        assertThat(recipe.findings()).singleElement().asString().startsWith(beginning);
    }

    private static Release release(String tag, TagKind kind) {
        return new Release(tag, RecipeVersion.parse(tag).orElseThrow(), "0123456789", kind);
    }
}
