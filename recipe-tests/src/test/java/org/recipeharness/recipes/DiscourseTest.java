package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.junit.AppliesWhen;
import org.recipeharness.junit.BackupTier;
import org.recipeharness.junit.CustomTier;
import org.recipeharness.junit.DrillTier;
import org.recipeharness.junit.InstallTier;
import org.recipeharness.junit.PromoteTier;
import org.recipeharness.junit.Ready;
import org.recipeharness.junit.ReattachTier;
import org.recipeharness.junit.RecipeDeployment;
import org.recipeharness.junit.RestoreTier;
import org.recipeharness.junit.UpgradeTier;
import org.recipeharness.recipes.discourse.Discourse;
import org.recipeharness.stack.StackService;
import org.recipeharness.upgrade.Upgraded;

/** Tests the discourse recipe; in the lab, on a stand-in for Discourse with a real PostgreSQL and a real Redis. */
@RecipeDeployment(
        value = "discourse",
        ready = @Ready(http = "/srv/status", port = Discourse.PORT, budget = "60x1s"),
        warm = @Ready(http = "/srv/status", budget = "30x1s"))
class DiscourseTest {

    /** What only this pull request brings: the official image, in which sidekiq is no service of its own. */
    private static final String OFFICIAL_IMAGE = "pull/4";

    @Nested
    class Install extends InstallTier {}

    @Nested
    class Upgrade extends UpgradeTier {

        @Test
        @AppliesWhen(contains = OFFICIAL_IMAGE)
        void runsTheOfficialImage(DeployedApp app) {
            assertThat(app.service("app").image()).contains("/discourse/discourse:3.5.3");
        }

        @Test
        @AppliesWhen(contains = OFFICIAL_IMAGE)
        void needsNoSidekiqBesideTheApp(Upgraded upgraded) {
            DeployedApp app = upgraded.head().app();

            assertThat(app.stack().services())
                    .extracting(StackService::name)
                    .containsExactlyInAnyOrder("app", "db", "redis");
            assertThat(app.running()).containsExactlyInAnyOrder("app", "db", "redis");
        }
    }

    @Nested
    class Backup extends BackupTier {}

    @Nested
    class Restore extends RestoreTier {}

    @Nested
    class Drill extends DrillTier {}

    @Nested
    class Reattach extends ReattachTier {}

    @Nested
    class Promote extends PromoteTier {}

    @Nested
    class Custom extends CustomTier {

        @Test
        void isWellAndHasCategories(DeployedApp app) throws IOException, InterruptedException {
            Discourse server = Discourse.of(app);

            assertThat(server.status()).isEqualTo("ok");
            assertThat(server.categories()).contains("General");
        }

        @Test
        void givesAPostBackWithItsTitleMadePrettier(DeployedApp app) throws IOException, InterruptedException {
            Discourse.Administrator administrator = Discourse.of(app).administrator();

            int topic = administrator.post("the boat is in the harbour.", "It has come in with the tide.");

            assertThat(administrator.topic(topic))
                    .isEqualTo(new Discourse.Topic(
                            "The boat is in the harbour", List.of("<p>It has come in with the tide.</p>")));
        }
    }
}
