package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import org.recipeharness.settings.Setting;

/** What the settings of a run name has to be in the run, or else the run fails before anything is deployed. */
class RunCheckTest {

    private final Path folder;

    RunCheckTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aRecipeWithoutATestClassFailsTheRunWithTheKnownOnes() {
        LaunchedRun run = FixtureRun.in(folder)
                .with(Setting.RECIPE, "nosuch")
                .launched(SweepTestCases.Green.class, SweepTestCases.Red.class);

        assertThat(run.heard().ended()).isEmpty();
        assertThat(run.refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal)
                        .hasMessage(
                                "-Drecipe=nosuch: this module has no test class for that recipe, so nothing would be"
                                        + " tested. Recipes with a test class: other, sample. Correct the name, or choose"
                                        + " the module that has the recipe with -pl"));
    }

    @Test
    void aModuleWithoutRecipesHasNothingToSelect() {
        LaunchedRun run = FixtureRun.in(folder)
                .with(Setting.RECIPE, "nosuch")
                .with(Setting.TIER, "upgrade")
                .with(Setting.FROM, "1.0.0")
                .with("harness.budget.nosuch", "1x1s")
                .launched(SweepTestCases.Plain.class);

        assertThat(run.refusal()).isEmpty();
    }

    @Test
    void aRecipeWithATestClassIsSelected() {
        LaunchedRun run = FixtureRun.in(folder)
                .with(Setting.RECIPE, "sample")
                .launched(SweepTestCases.Green.class, SweepTestCases.Red.class);

        assertThat(run.recipe("sample").get("outcome").asText()).isEqualTo("passed");
        assertThat(run.refusal()).isEmpty();
    }

    @Test
    void aClassWithoutARecipeTakesAnyOne() {
        LaunchedRun run = FixtureRun.in(folder)
                .with(Setting.RECIPE, "other")
                .launched(SweepTestCases.Green.class, MisconfiguredTestCases.Nameless.class);

        assertThat(run.recipe("other").get("outcome").asText()).isEqualTo("passed");
        assertThat(run.refusal()).isEmpty();
    }

    @Test
    void aTierWithoutATestFailsTheRunWithThoseThatHaveSome() {
        LaunchedRun run = FixtureRun.in(folder)
                .with(Setting.RECIPE, "sample")
                .with(Setting.TIER, "upgrade")
                .launched(SweepTestCases.Green.class, SweepTestCases.WithoutUpgrade.class);

        assertThat(run.heard().ended()).isEmpty();
        assertThat(run.refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal)
                        .hasMessage(
                                "-Dtier=upgrade: the test class for the recipe 'sample' has no test of that tier, so"
                                        + " nothing would be tested. Tiers with tests: custom, install. Correct the tier,"
                                        + " or add a nested class for it"));
    }

    @Test
    void aTierThatOneOfManyRecipesHasIsEnough() {
        LaunchedRun run = FixtureRun.in(folder)
                .with(Setting.TIER, "custom")
                .launched(SweepTestCases.Green.class, SweepTestCases.FailsBehindItsTests.class);

        assertThat(run.recipe("sample").get("outcome").asText()).isEqualTo("passed");
        assertThat(run.refusal()).isEmpty();
    }

    @Test
    void testsOfNoTierDoNotStandForTheTierThatWasChosen() {
        FixtureRun fixture = FixtureRun.in(folder).with(Setting.TIER, "backup");

        LaunchedRun run = fixture.launched(SweepTestCases.WithoutUpgrade.class, SweepTestCases.Plain.class);

        assertThat(run.heard().ended()).containsExactly("passes() - SUCCESSFUL");
        assertFails(
                run,
                "-Dtier=backup: no test class of this module has a test of that tier, so nothing would be tested."
                        + " Tiers with tests: install, upgrade. Correct the tier, or add a nested class for it");
        assertNothingIsDeployed(fixture);
    }

    @Test
    void releasesToStartFromWithoutATestThatDoesFailTheClass() {
        FixtureRun fixture = FixtureRun.in(folder).with(Setting.FROM, "1.0.0+1.0.0");

        LaunchedRun run = fixture.launched(SweepTestCases.Green.class);

        assertFails(
                run,
                "-Dfrom=1.0.0+1.0.0: no selected test deploys an older release, so the setting would have no effect."
                        + " It needs a test of the tier upgrade or reattach, or of drill with harness.drills=rollback."
                        + " Tiers of the selected tests: custom, install. Select one of these tiers, or leave -Dfrom out");
        assertNothingIsDeployed(fixture);
    }

    @Test
    void releasesToStartFromWithoutTheTierBeingSelectedFailTheClass() {
        FixtureRun fixture =
                FixtureRun.in(folder).with(Setting.FROM, "1.0.0+1.0.0").with(Setting.TIER, "install");

        LaunchedRun run = fixture.launched(SweepTestCases.WithoutUpgrade.class);

        assertThat(failures(run))
                .singleElement()
                .satisfies(
                        failure -> assertThat(failure).hasMessageContaining("Tiers of the selected tests: install."));
        assertNothingIsDeployed(fixture);
    }

    @Test
    void releasesToStartFromAreUsedByTheRecipesThatHaveTheTier() {
        LaunchedRun run = FixtureRun.in(folder)
                .with(Setting.FROM, "1.0.0+1.0.0")
                .launched(SweepTestCases.Green.class, UpgradeTestCases.Aged.class);

        assertThat(failures(run)).isEmpty();
        assertThat(run.refusal()).isEmpty();
    }

    @Test
    void aDrillThatGoesBackUsesTheReleasesToStartFrom() {
        FixtureRun fixture = FixtureRun.in(folder).with(Setting.FROM, "1.0.0+1.0.0");

        assertThat(failures(fixture.launched(RollbackDrillTest.Moving.class)))
                .anySatisfy(failure -> assertThat(failure).hasMessageStartingWith("-Dfrom=1.0.0+1.0.0: "));
        assertThat(failures(fixture.with(Setting.DRILLS, "rollback").launched(RollbackDrillTest.Moving.class)))
                .isEmpty();
    }

    @Test
    void aMisspeltBudgetFailsTheClassWithTheKnownProbes() {
        FixtureRun fixture = FixtureRun.in(folder).with("harness.budget.at-onse", "7x2s");

        LaunchedRun run = fixture.launched(SweepTestCases.Green.class);

        assertFails(
                run,
                "harness.budget.at-onse: no test class of this run has a readiness probe 'at-onse', so the budget"
                        + " would have no effect. Known probes: at-once, warm. Correct the name, or remove the setting");
        assertNothingIsDeployed(fixture);
    }

    @Test
    void aMisspeltBudgetThatJUnitWasGivenFailsTheClassToo() {
        FixtureRun fixture = FixtureRun.in(folder).told("harness.budget.at-onse", "7x2s");

        LaunchedRun run = fixture.launched(SweepTestCases.Green.class);

        assertThat(failures(run))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("Known probes: at-once, warm."));
        assertNothingIsDeployed(fixture);
    }

    @Test
    void aBudgetThatJUnitWasGivenHolds() {
        LaunchedRun run =
                FixtureRun.in(folder).told("harness.budget.at-once", "7x2s").launched(SweepTestCases.Green.class);

        assertThat(run.recipe("sample").at("/tiers/0/readiness/0").toString()).contains("7x2s");
    }

    @Test
    void budgetsOfAProbeThatSomeClassHasAndOfPromotionAreFine() {
        LaunchedRun run = FixtureRun.in(folder)
                .with("harness.budget.at-once", "7x2s")
                .with("harness.budget.warm", "7x2s")
                .launched(SweepTestCases.Green.class, MisconfiguredTestCases.Right.class);

        assertThat(failures(run)).isEmpty();
        assertThat(run.refusal()).isEmpty();
    }

    @Test
    void aBudgetOfARecipeThatIsNotSelectedHasNoEffectAndFailsTheClass() {
        FixtureRun fixture =
                FixtureRun.in(folder).with("harness.budget.at-once", "7x2s").with(Setting.RECIPE, "sample");

        LaunchedRun run = fixture.launched(MisconfiguredTestCases.Right.class, SweepTestCases.Red.class);

        assertThat(failures(run))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("Known probes: warm."));
        assertNothingIsDeployed(fixture);
    }

    private static void assertFails(LaunchedRun run, String message) {
        assertThat(failures(run))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .isInstanceOf(ExtensionConfigurationException.class)
                        .hasMessage(message));
        assertThat(run.refusal()).isEmpty();
    }

    private static void assertNothingIsDeployed(FixtureRun fixture) {
        assertThat(fixture.itsSwarm().story()).noneMatch(event -> event.startsWith("deploy "));
    }

    private static List<Throwable> failures(LaunchedRun run) {
        return run.heard().failures().stream()
                .filter(failure -> !(failure instanceof TestAbortedException))
                .toList();
    }
}
