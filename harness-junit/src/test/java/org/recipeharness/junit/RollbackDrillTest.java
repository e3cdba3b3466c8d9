package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.deployment.Tier;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.settings.Setting;

/** What the drill tier makes of each way back; a restore, which needs volumes, is seen on a real swarm. */
class RollbackDrillTest {

    private static final String DEPLOY = "deploy " + FixtureRun.STACK;
    private static final String SEED = "write /srv/content/.recipe-harness-marker in container-of-app";
    private static final String CHECK = "Drill.bringsBackWhatWasSeeded";
    private static final String OWN = "Drill.isOnTheReleaseBefore";

    private final FixtureRun run;

    RollbackDrillTest(@TempDir Path folder) {
        this.run = FixtureRun.in(folder).with(Setting.DRILLS, "rollback");
    }

    @Test
    void goesToTheHeadAndBackInPlaceWithoutAnyBackup() {
        Outcome outcome = run.of(Aged.Drill.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.story())
                .filteredOn(event -> event.equals(DEPLOY) || event.equals(SEED) || event.startsWith("own test"))
                .containsExactly(DEPLOY, SEED, DEPLOY, DEPLOY, "own test on 1.1.0+1.0.0");
        assertThat(outcome.reported())
                .contains("volume 'content'")
                .anyMatch(value -> value.matches("rollback from 2.0.0\\+1.0.0 to 1.1.0\\+1.0.0: safe \\(\\d+ s\\)"));
    }

    @Test
    void goesBackToTheReleaseThatIsNamed() {
        Outcome outcome = run.with(Setting.FROM, "1.0.0+1.0.0").of(Moving.Drill.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.reported())
                .anyMatch(value -> value.startsWith("rollback from 2.0.0+1.0.0 to 1.0.0+1.0.0: "));
    }

    @Test
    void isRedOnlyWhereNothingBringsTheAppBackAndSaysWhatWasTried() {
        Outcome outcome = run.on(RecordingSwarm::loseFilesAtDeploy).of(Aged.Drill.class);

        assertThat(outcome.failure(CHECK))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Going back from aged at 2.0.0+1.0.0 (")
                .hasMessageContaining(
                        "\nIn place, deployed over the head: it is ready, but what was seeded is not there:"
                                + " volume 'content': the file /srv/content/.recipe-harness-marker of service 'app' is gone\n"
                                + "By restore, ")
                .hasMessageContaining("so the recipe offers no backup");
        assertThat(outcome.failure(OWN))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageEndingWith("is impossible, so it leaves no app for this test");
    }

    @Test
    void isUnverifiedWhereItDoesNotComeToTheHead() {
        Outcome outcome =
                run.on(swarm -> swarm.failUpgrades("the new task failed")).of(Aged.Drill.class);

        assertThat(outcome.failure(CHECK))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageStartingWith("Unverified: the upgrade from aged at 1.1.0+1.0.0 (")
                .hasMessageContaining(") failed, so nothing is known of the way back: Updating the service 'app'");
    }

    @Test
    void isUnverifiedWhereOnlyARestoreIsLeftOfWhichNothingCanBeKnown() {
        Outcome outcome = run.on(RecordingSwarm::loseFilesAtDeploy).of(SavesNothing.Drill.class);

        assertThat(outcome.failure(CHECK))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageStartingWith(
                        "Unverified: no rollback from 2.0.0+1.0.0 to 1.1.0+1.0.0 in place: it is ready, but")
                .hasMessageContaining(
                        "; and nothing is known of one by restore: Unverified: the labels save nothing into");
    }

    @Test
    void isUnverifiedWhereNothingWasAskedWhetherTheAppWorks() {
        Outcome outcome = run.of(NothingAsked.Drill.class);

        assertThat(outcome.failure(CHECK))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining("but nothing was asked whether the app works");
    }

    @Test
    void doesNotTakeAnAppAwayThatIsKeptToBeLookedAt() {
        Outcome outcome = run.with(Setting.KEEP, "on-failure").of(Aged.class);

        assertThat(outcome.failure(CHECK))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining("its app is kept for you to look at (harness.keep)");
        assertThat(outcome.story()).containsOnlyOnce(DEPLOY);
    }

    @Test
    void isNotApplicableToAFirstRelease() {
        assertNotApplicable(run.with(Setting.REF, "1.0.0+1.0.0").of(Aged.Drill.class), "no release is older than aged");
    }

    @Test
    void isNotApplicableWhereNobodyUpgradesToTheHead() {
        assertNotApplicable(run.of(Moving.Drill.class), "its tag moves");
    }

    private static void assertNotApplicable(Outcome outcome, String reason) {
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.results().testEvents().aborted().list())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.toString()).contains(reason));
        assertThat(outcome.story()).doesNotContain(DEPLOY);
    }

    @RecipeDeployment(value = "aged", ready = @Ready(by = AnswersAtOnce.class))
    static class Aged {

        @Nested
        class Custom extends CustomTier {
            @Test
            void fails(DeployedApp app) {
                assertThat(app.services()).isEmpty();
            }
        }

        @Nested
        class Drill extends DrillTier {
            @Test
            void isOnTheReleaseBefore(DeployedApp app) {
                FixtureRun.swarm().note("own test on " + app.checkout().ref());
            }
        }
    }

    @RecipeDeployment(value = "aged", ready = @Ready(by = AnswersAtOnce.class), overlays = "saves-nothing.overlay.yml")
    static class SavesNothing {

        @Nested
        class Drill extends DrillTier {}
    }

    @RecipeDeployment("aged")
    static class NothingAsked {

        @Nested
        class Drill extends DrillTier {}
    }

    @RecipeDeployment(
            value = "aged",
            ready = @Ready(by = AnswersAtOnce.class),
            notApplicable = @NotApplicable(tier = Tier.UPGRADE, because = "its tag moves"))
    static class Moving {

        @Nested
        class Drill extends DrillTier {}
    }
}
