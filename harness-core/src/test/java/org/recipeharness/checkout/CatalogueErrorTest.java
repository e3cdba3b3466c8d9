package org.recipeharness.checkout;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.recipe.RecipeName;

class CatalogueErrorTest {

    private Path folder;
    private Path catalogue;
    private PublishedRecipe recipe;

    @BeforeEach
    void publish(@TempDir Path temporary) throws Exception {
        folder = temporary;
        catalogue = Files.createDirectory(folder.resolve("catalogue"));
        recipe = new PublishedRecipe(catalogue, "demo");
        recipe.commit("one");
    }

    @AfterEach
    void close() {
        recipe.close();
    }

    @Test
    void listsTagsAndBranchesForAnUnknownRef() throws Exception {
        recipe.tag("1.0.0+1").tag("1.1.0+1").branch("fix");

        assertFails("demo", Optional.of("2.0.0+1"))
                .withMessage(
                        "Looking for '2.0.0+1' in recipe 'demo': no tag, branch, pull request or commit is called so."
                                + " The nearest: 1.0.0+1, 1.1.0+1. Tags: 1.1.0+1, 1.0.0+1; branches: fix, main; pull requests: none."
                                + " A working tree is named by its path: absolute, or beginning with ./, ../ or ~");
    }

    @Test
    void listsTagsAndBranchesForARefThatGitCouldNotRead() {
        assertFails("demo", Optional.of("a^b~~c:"))
                .withMessageContaining(
                        "no tag, branch, pull request or commit is called so. Tags: none; branches: main");
    }

    @Test
    void asksForABranchWhereNothingIsReleased() throws Exception {
        recipe.tag("nightly");
        recipe.tag("v1.0.0");

        assertFails("demo", Optional.empty())
                .withMessage("Looking for the latest release of recipe 'demo': it has no tag of the form"
                        + " <semver>+<app version>; its tags are v1.0.0, nightly. Nearly right: v1.0.0 begins with 'v' and"
                        + " has no app version after a +. Name a branch or a commit with -Dref=");
    }

    @Test
    void listsTheKnownRecipesForAnUnknownName() throws Exception {
        new PublishedRecipe(catalogue, "another").close();
        Files.createDirectory(catalogue.resolve("not-a-repository"));

        assertFails("demoo", Optional.empty())
                .withMessageStartingWith("Fetching recipe 'demoo' from ")
                .withMessageEndingWith("Recipes known there: another, demo");
    }

    @Test
    void listsTheKnownRecipesForAFolderThatIsNoRepository() throws Exception {
        Files.createDirectory(catalogue.resolve("not-a-repository"));

        assertFails("not-a-repository", Optional.empty()).withMessageEndingWith("Recipes known there: demo");
    }

    @Test
    void saysHowToSetACatalogueThatHoldsNothing() {
        var empty = new Catalogue(folder.resolve("nowhere").toUri(), folder.resolve("cache"));

        assertThatExceptionOfType(CheckoutException.class)
                .isThrownBy(() -> empty.checkOut(new RecipeName("demo"), Optional.empty(), folder.resolve("checkout")))
                .withMessageEndingWith(
                        "No recipe is published there; the catalogue's address is set by -Dharness.catalogue");
    }

    @Test
    void saysHowToSetACatalogueThatDoesNotAnswer() {
        var unreachable = new Catalogue(URI.create("http://127.0.0.1:1/recipes/"), folder.resolve("cache"));

        assertThatExceptionOfType(CheckoutException.class)
                .isThrownBy(() ->
                        unreachable.checkOut(new RecipeName("demo"), Optional.empty(), folder.resolve("checkout")))
                .withMessageStartingWith("Fetching recipe 'demo' from http://127.0.0.1:1/recipes/demo: ")
                .withMessageEndingWith("The catalogue's address is set by -Dharness.catalogue");
    }

    private ThrowableAssertAlternative<CheckoutException> assertFails(String name, Optional<String> ref) {
        return assertThatExceptionOfType(CheckoutException.class)
                .isThrownBy(() -> new Catalogue(catalogue.toUri(), folder.resolve("cache"))
                        .checkOut(new RecipeName(name), ref, folder.resolve("checkout")));
    }
}
