package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.junit.BackupTier;
import org.recipeharness.junit.CustomTier;
import org.recipeharness.junit.InstallTier;
import org.recipeharness.junit.Ready;
import org.recipeharness.junit.RecipeDeployment;
import org.recipeharness.junit.RestoreTier;
import org.recipeharness.junit.UpgradeTier;
import org.recipeharness.recipes.wordpress.WordPress;

/** Tests the wordpress recipe; in the lab, on a stand-in for WordPress with a real MariaDB. */
@RecipeDeployment(
        value = "wordpress",
        ready = @Ready(http = WordPress.INSTALL, port = WordPress.PORT, budget = "60x1s"))
class WordPressTest {

    @Nested
    class Install extends InstallTier {}

    @Nested
    class Upgrade extends UpgradeTier {}

    @Nested
    class Backup extends BackupTier {}

    @Nested
    class Restore extends RestoreTier {}

    @Nested
    class Custom extends CustomTier {

        private static final String PASSWORD = "correct horse battery staple";

        @Test
        void showsAPostOfTheAdministratorWhoHasSetItUp(DeployedApp app) throws IOException, InterruptedException {
            WordPress site = WordPress.of(app);
            assertThat(site.front())
                    .as("the status of a site that is not set up")
                    .isEqualTo(302);
            site.install("alice", PASSWORD);

            site.publish("alice", PASSWORD, "größer als der Hafen");

            assertThat(site.titles()).containsExactly("größer als der Hafen");
            assertThat(site.front()).isEqualTo(200);
        }
    }
}
