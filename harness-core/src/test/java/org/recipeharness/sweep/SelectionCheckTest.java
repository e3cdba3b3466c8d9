package org.recipeharness.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionCheckTest {

    private static final RecipeTests ALPHA = tests("alpha", "install", "custom");
    private static final RecipeTests BETA = tests("beta", "install", "upgrade");
    private static final RecipeTests ANY = tests("", "install");

    @Test
    void aModuleWithoutRecipesHasNothingToSelect() {
        assertThat(problems("nosuch", "upgrade", "1.0.0")).isEmpty();
    }

    @Test
    void aRecipeWithoutATestClassIsAProblemWithTheKnownOnes() {
        assertThat(check("nosuch", "", "").problems(List.of(BETA, ALPHA), List.of()))
                .singleElement()
                .asString()
                .startsWith("-Drecipe=nosuch: this module has no test class for that recipe")
                .contains("Recipes with a test class: alpha, beta.");
    }

    @Test
    void aClassForAnyRecipeIsForEachOne() {
        assertThat(check("nosuch", "", "").problems(List.of(ALPHA, ANY), List.of(ANY)))
                .isEmpty();
    }

    @Test
    void aTierThatTheRecipeDoesNotHaveIsAProblemWithThoseThatItHas() {
        assertThat(check("alpha", "upgrade", "").problems(List.of(ALPHA, BETA), List.of()))
                .singleElement()
                .asString()
                .startsWith("-Dtier=upgrade: the test class for the recipe 'alpha' has no test of that tier")
                .contains("Tiers with tests: custom, install.");
    }

    @Test
    void aTierThatOneOfTheRecipesHasIsNoProblem() {
        assertThat(check("", "upgrade", "").problems(List.of(ALPHA, BETA), List.of(BETA)))
                .isEmpty();
    }

    @Test
    void aRecipeWhoseTestsAnotherFilterLeavesOutIsAProblem() {
        assertThat(check("alpha", "", "").problems(List.of(ALPHA), List.of()))
                .singleElement()
                .asString()
                .startsWith("-Drecipe=alpha: no test for that recipe is selected");
    }

    @Test
    void releasesThatNoSelectedTestStartsFromAreAProblem() {
        assertThat(check("", "", "1.0.0").problems(List.of(ALPHA, BETA), List.of(ALPHA)))
                .singleElement()
                .asString()
                .startsWith("-Dfrom=1.0.0: no selected test deploys an older release")
                .contains("Tiers of the selected tests: custom, install.");
    }

    @Test
    void releasesThatOneOfTheSelectedTestsStartsFromAreNoProblem() {
        assertThat(check("", "", "1.0.0").problems(List.of(ALPHA, BETA), List.of(ALPHA, BETA)))
                .isEmpty();
    }

    @Test
    void whatIsNotSetIsNotChecked() {
        assertThat(problems("", "", "", ALPHA)).isEmpty();
    }

    private static List<String> problems(String recipe, String tier, String from, RecipeTests... found) {
        return check(recipe, tier, from).problems(List.of(found), List.of());
    }

    private static SelectionCheck check(String recipe, String tier, String from) {
        return new SelectionCheck(set(recipe), set(tier), set(from));
    }

    private static Optional<String> set(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }

    private static RecipeTests tests(String recipe, String... tiers) {
        return new RecipeTests(
                recipe, Set.of(tiers), Optional.empty(), Arrays.asList(tiers).contains("upgrade"));
    }
}
