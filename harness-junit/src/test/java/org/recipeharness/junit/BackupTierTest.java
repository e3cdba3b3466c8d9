package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.app.DeployedApp;

/** What the tiers make of a recipe that offers no backup; what they make of others is seen on a real swarm. */
class BackupTierTest {

    private final Path folder;

    BackupTierTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void areNotApplicableToARecipeWithoutTheLabelsAndLeaveItsAppToTheTiersBehind() {
        Outcome outcome = FixtureRun.in(folder).of(WithoutLabels.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.results().testEvents().aborted().count()).isEqualTo(5);
        assertThat(outcome.results().testEvents().aborted().list())
                .allSatisfy(event -> assertThat(event.toString())
                        .contains("has the label backupbot.backup=true, so the recipe offers no backup"));
        assertThat(outcome.results().testEvents().succeeded().count()).isEqualTo(1);
        assertThat(outcome.story()).containsOnlyOnce("deploy " + FixtureRun.STACK);
    }

    @RecipeDeployment("sample")
    static class WithoutLabels {

        @Nested
        class Custom extends CustomTier {
            @Test
            void hasAnApp(DeployedApp app) {
                assertThat(app.services()).isNotEmpty();
            }
        }

        @Nested
        class Restore extends RestoreTier {}

        @Nested
        class Drill extends DrillTier {}

        @Nested
        class Backup extends BackupTier {}
    }
}
