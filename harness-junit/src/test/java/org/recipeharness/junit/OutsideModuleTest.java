package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lets Maven run a module that has nothing but this library, as a user's: what selects no test must not look green. */
class OutsideModuleTest {

    private static final String RECIPES = "recipes";
    private static final String PLAIN = "plain";

    private final MavenBuild build;

    OutsideModuleTest(@TempDir Path folder) {
        build = MavenBuild.in(folder.resolve("build"), FixtureRun.in(folder).settings());
    }

    @Test
    void aRecipeWithoutATestClassFailsTheModuleThatHasOthersAndNoOtherModule() throws Exception {
        MavenBuild.Result result = build.test("-Drecipe=nosuch");

        assertThat(result.exit()).as(result.output()).isEqualTo(1);
        assertThat(result.output())
                .contains("-Drecipe=nosuch: this module has no test class for that recipe, so nothing would be tested."
                        + " Recipes with a test class: sample.");
        assertModules(result, "FAILURE", "SUCCESS");
    }

    @Test
    void aTierWithoutATestFailsTheModule() throws Exception {
        MavenBuild.Result result = build.test("-Drecipe=sample", "-Dtier=upgrade");

        assertThat(result.output())
                .contains("-Dtier=upgrade: the test class for the recipe 'sample' has no test of that tier, so nothing"
                        + " would be tested. Tiers with tests: custom.");
        assertModules(result, "FAILURE", "SUCCESS");
    }

    @Test
    void aMisspeltBudgetInTheFileOfSettingsFailsTheModuleThatHasRecipes() throws Exception {
        MavenBuild.Result result =
                build.file("harness.properties", "harness.budget.heer=7x2s\n").test();

        assertThat(result.output())
                .contains("harness.budget.heer: no test class of this run has a readiness probe 'heer'")
                .contains("Known probes: here, warm.");
        assertModules(result, "FAILURE", "SUCCESS");
    }

    @Test
    void aRecipeATierAndABudgetThatAreThereLeaveTheBuildGreen() throws Exception {
        MavenBuild.Result result =
                build.file("harness.properties", "harness.budget.here=7x2s\n").test("-Drecipe=sample", "-Dtier=custom");

        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(result.output()).contains("Tests run: 1, Failures: 0", "sample  1.0.0+1.0.0  PASSED");
        assertModules(result, "SUCCESS", "SUCCESS");
    }

    @Test
    void aBudgetInTheFileOfSettingsMayBeForAClassThatOneClassAloneDoesNotShow() throws Exception {
        MavenBuild.Result result = build.file("harness.properties", "harness.budget.here=7x2s\n")
                .having("OtherCases", "OtherCases$Custom")
                .test("-Dtest=OtherCases", "-Dsurefire.failIfNoSpecifiedTests=false");

        assertThat(result.output()).doesNotContain("no test class of this run has a readiness probe");
        assertModules(result, "SUCCESS", "SUCCESS");
    }

    private static void assertModules(MavenBuild.Result result, String recipes, String plain) {
        assertThat(result.output())
                .containsPattern(RECIPES + " \\.+ " + recipes)
                .containsPattern(PLAIN + " \\.+ " + plain);
    }
}
