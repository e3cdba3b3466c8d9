package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.recipeharness.app.DeployedApp;
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
import org.recipeharness.recipes.mattermost.Mattermost;

/** Tests the mattermost-lts recipe; in the lab, on a stand-in for Mattermost with a real PostgreSQL. */
@RecipeDeployment(
        value = "mattermost-lts",
        ready = @Ready(http = "/api/v4/system/ping", port = Mattermost.PORT, budget = "60x1s"))
class MattermostLtsTest {

    @Nested
    class Install extends InstallTier {}

    @Nested
    class Upgrade extends UpgradeTier {}

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

        private static final String PASSWORD = "correct horse battery staple";

        @Test
        void answersItsPing(DeployedApp app) throws IOException, InterruptedException {
            assertThat(Mattermost.of(app).ping()).isEqualTo("OK");
        }

        @Test
        void takesAPostOfItsFirstUserWhoIsItsAdministrator(DeployedApp app) throws IOException, InterruptedException {
            Mattermost server = Mattermost.of(app);
            assertThat(server.register("alice", PASSWORD)).contains("system_admin");
            Mattermost.Session alice = server.signIn("alice", PASSWORD);
            String channel = alice.open("harbour");

            alice.post(channel, "the boat is in");

            assertThat(server.register("bob", PASSWORD)).isEqualTo("system_user");
            assertThat(server.signIn("bob", PASSWORD).messages(channel)).containsExactly("the boat is in");
        }
    }
}
