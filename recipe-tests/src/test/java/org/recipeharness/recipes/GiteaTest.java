package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.deployment.SecretsChoice;
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
import org.recipeharness.recipes.gitea.Gitea;

/** Tests the gitea recipe; in the lab, on a stand-in for Gitea. */
@RecipeDeployment(
        value = "gitea",
        // Its install wizard answers on the root path, with 200, and has no API.
        ready = @Ready(http = "/api/v1/version", budget = "20x1s"),
        warm = @Ready(http = "/api/v1/version", budget = "30x1s"),
        reattachSecrets = SecretsChoice.FRESH)
class GiteaTest {

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
        void answersItsVersion(DeployedApp app) throws IOException, InterruptedException {
            assertThat(Gitea.of(app).version()).matches("\\d+\\.\\d+\\.\\d+");
        }

        @Test
        void keepsARepositoryOfItsFirstAdministrator(DeployedApp app) throws IOException, InterruptedException {
            Gitea server = Gitea.of(app);
            server.createAdmin("alice", PASSWORD);
            Gitea.Session alice = server.signIn("alice", PASSWORD);
            var chart = new byte[100_000];
            new Random(8).nextBytes(chart);

            alice.createRepository("harbour");
            alice.createFile("harbour", "charts/inner.bin", chart);

            assertThat(alice.file("harbour", "charts/inner.bin")).isEqualTo(chart);
            alice.deleteRepository("harbour");
            assertThat(alice.hasRepository("harbour")).isFalse();
        }
    }
}
