package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
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
import org.recipeharness.recipes.immich.Immich;

/** Tests the immich recipe; in the lab, on a stand-in for Immich with a real PostgreSQL. */
@RecipeDeployment(value = "immich", ready = @Ready(http = "/api/server/ping", port = Immich.PORT, budget = "60x1s"))
class ImmichTest {

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
            assertThat(Immich.of(app).ping()).isEqualTo("pong");
        }

        @Test
        void keepsAPictureOfItsFirstUser(DeployedApp app) throws IOException, InterruptedException {
            Immich server = Immich.of(app);
            server.signUp("alice", PASSWORD);
            Immich.Session alice = server.signIn("alice", PASSWORD);
            var picture = new byte[100_000];
            new Random(4).nextBytes(picture);

            String id = alice.upload("harbour.jpg", picture);

            assertThat(alice.pictures()).containsExactly("harbour.jpg");
            assertThat(alice.download(id)).isEqualTo(picture);
        }
    }
}
