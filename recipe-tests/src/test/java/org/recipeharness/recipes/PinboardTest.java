package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.recipeharness.junit.RecipeAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.ServiceExec;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.junit.BackupTier;
import org.recipeharness.junit.CustomTier;
import org.recipeharness.junit.InstallTier;
import org.recipeharness.junit.Ready;
import org.recipeharness.junit.RecipeDeployment;
import org.recipeharness.junit.RestoreTier;
import org.recipeharness.junit.UpgradeTier;
import org.recipeharness.recipes.pinboard.Pinboard;

/** Tests the pinboard recipe, a small stand-in for a web app. */
@RecipeDeployment(value = "pinboard", ready = @Ready(http = "/", port = Pinboard.PORT, budget = "60x1s"))
class PinboardTest {

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

        private final Pinboard board;

        Custom(DeployedApp app) {
            board = Pinboard.of(app, Pinboard.PORT);
        }

        @Test
        void isTheVersionThatItsImageIsTaggedWith(DeployedApp app) throws IOException, InterruptedException {
            assertThat(app.service("app").image()).contains("/pinboard:" + board.version());
        }

        @Test
        void keepsNotesOnItsVolume(ServiceExec server) throws IOException, InterruptedException {
            board.pin("to be kept");

            assertThat(board.notes()).contains("to be kept");
            assertThat(server.run("cat", "/pinboard/notes.txt")).succeeded().printed("to be kept\n");
        }

        @Test
        void readsItsSettingsWithTheGeneratedSecrets(Checkout checkout) throws IOException, InterruptedException {
            assumeTrue(
                    Files.exists(checkout.directory().resolve("settings.json.tmpl")),
                    "The recipe has settings and secrets since 0.2.0");

            assertThat(board.settings())
                    .contains("\"title\": \"Pinboard\"")
                    .contains("\"admin_password\": \"set, 20 characters\"")
                    .contains("\"session_key\": \"set, 64 characters\"");
        }
    }
}
