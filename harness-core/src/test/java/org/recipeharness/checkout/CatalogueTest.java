package org.recipeharness.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.recipe.RecipeVersion;

class CatalogueTest {

    private static final RecipeName DEMO = new RecipeName("demo");

    private Path folder;
    private PublishedRecipe recipe;

    @BeforeEach
    void publish(@TempDir Path temporary) throws GitAPIException {
        folder = temporary;
        recipe = new PublishedRecipe(folder.resolve("catalogue"), "demo");
    }

    @AfterEach
    void close() {
        recipe.close();
    }

    @Test
    void givesTheLatestReleaseByVersionAndNotByTime() throws Exception {
        recipe.commit("ten");
        String latest = recipe.commit("eleven");
        recipe.tag("1.0.0+v1.6.10");
        recipe.commit("nine, fixed later");
        recipe.tag("1.0.0+v1.6.9").tag("nightly").tag("2.0.0");

        Checkout checkout = checkOut(Optional.empty());

        assertThat(checkout)
                .isEqualTo(new Checkout(
                        DEMO,
                        folder.resolve("checkout").toAbsolutePath(),
                        "1.0.0+v1.6.10",
                        latest,
                        false,
                        TagKind.ANNOTATED));
        assertThat(checkout.version()).isEqualTo(RecipeVersion.parse("1.0.0+v1.6.10"));
        assertThat(composeFile()).isEqualTo("eleven");
    }

    @Test
    void findsAnAnnotatedTagsCommit() throws Exception {
        String tagged = recipe.commit("one");
        recipe.tag("1.0.0+1").commit("two");

        assertThat(checkOut(Optional.of("1.0.0+1")).commit()).isEqualTo(tagged);
        assertThat(composeFile()).isEqualTo("one");
    }

    @Test
    void findsALightweightTagsCommit() throws Exception {
        String tagged = recipe.commit("one");
        recipe.lightweightTag("1.0.0+1").commit("two");

        assertThat(checkOut(Optional.of("1.0.0+1")).commit()).isEqualTo(tagged);
        assertThat(composeFile()).isEqualTo("one");
    }

    @Test
    void findsABranchesLatestCommit() throws Exception {
        recipe.commit("one");
        recipe.branch("fix/smtp").commit("two");
        String head = recipe.commit("three");

        Checkout checkout = checkOut(Optional.of("fix/smtp"));

        assertThat(checkout.commit()).isEqualTo(head);
        assertThat(checkout.version()).isEmpty();
        assertThat(composeFile()).isEqualTo("three");
    }

    @Test
    void prefersATagToABranchOfTheSameName() throws Exception {
        recipe.commit("one");
        recipe.branch("stable").branch("next");
        String tagged = recipe.commit("two");
        recipe.tag("stable");

        assertThat(checkOut(Optional.of("stable")).commit()).isEqualTo(tagged);
    }

    @Test
    void findsACommitByItsFullAndItsShortId() throws Exception {
        String first = recipe.commit("one");
        String second = recipe.commit("two");

        assertThat(checkOut(Optional.of(first)).commit()).isEqualTo(first);
        assertThat(new Catalogue(folder.resolve("catalogue").toUri(), folder.resolve("cache"))
                        .checkOut(DEMO, Optional.of(second.substring(0, 10)), folder.resolve("another"))
                        .commit())
                .isEqualTo(second);
    }

    private Checkout checkOut(Optional<String> ref) throws InterruptedException {
        return new Catalogue(folder.resolve("catalogue").toUri(), folder.resolve("cache"))
                .checkOut(DEMO, ref, folder.resolve("checkout"));
    }

    private String composeFile() throws IOException {
        return Files.readString(folder.resolve("checkout/compose.yml"));
    }
}
