package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.recipeharness.junit.RecipeAssertions.assertThat;
import static org.recipeharness.recipes.mumble.MumbleHandshake.PASSWORD;
import static org.recipeharness.recipes.mumble.MumbleHandshake.PORT;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.ServiceExec;
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
import org.recipeharness.recipes.mumble.Channel;
import org.recipeharness.recipes.mumble.HandshakeOrder;
import org.recipeharness.recipes.mumble.Identity;
import org.recipeharness.recipes.mumble.MumbleHandshake;
import org.recipeharness.recipes.mumble.MumbleSession;
import org.recipeharness.recipes.mumble.RejectedException;

/**
 * Tests the mumble recipe by Mumble's own control protocol.
 *
 * <p>Its probe has the budget that the incident book's row 5 arrived at. Mumble bans an address for its eleventh connection in
 * two minutes, good ones included, and longer than any budget: so the ban is turned off for the test.
 */
@RecipeDeployment(
        value = "mumble",
        settings = {"AUTOBAN_ATTEMPTS=0", "SERVER_PASSWORD=" + PASSWORD},
        ready = @Ready(by = MumbleHandshake.class, budget = "36x5s"))
class MumbleTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static MumbleSession join(DeployedApp app, String name) throws IOException, InterruptedException {
        return MumbleSession.join(app.address(PORT), new Identity(name, PASSWORD), LIMIT);
    }

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

        @Test
        void completesAHandshakeInOrder(DeployedApp app) throws IOException, InterruptedException {
            try (var session = join(app, "alice")) {
                assertThat(HandshakeOrder.findings(session.handshake())).isEmpty();
            }
        }

        @Test
        void putsAClientIntoTheRootChannel(DeployedApp app) throws IOException, InterruptedException {
            try (var session = join(app, "alice")) {
                assertThat(session.channels()).containsKey(Channel.ROOT);
                assertThat(session.self()).hasValueSatisfying(self -> {
                    assertThat(self.name()).isEqualTo("alice");
                    assertThat(self.channelId()).isEqualTo(Channel.ROOT);
                });
            }
        }

        @Test
        void showsASecondClientToTheFirst(DeployedApp app) throws IOException, InterruptedException {
            try (var first = join(app, "alice");
                    var second = join(app, "bob")) {
                assertThat(first.awaitUser("bob", LIMIT).session()).isEqualTo(second.id());
                assertThat(second.awaitUser("alice", LIMIT).session()).isEqualTo(first.id());
            }
        }

        @Test
        void rejectsAWrongServerPasswordWithItsReason(DeployedApp app) {
            var intruder = new Identity("mallory", "wrong");
            assertThatThrownBy(() -> MumbleSession.join(app.address(PORT), intruder, LIMIT))
                    .isInstanceOfSatisfying(
                            RejectedException.class,
                            rejected -> assertThat(rejected.reason()).containsIgnoringCase("invalid server password"));
        }

        @Test
        void keepsItsDatabaseOnTheVolume(ServiceExec server) throws InterruptedException {
            assertThat(server.run("sqlite3", "/data/murmur.sqlite", "SELECT name FROM channels WHERE channel_id = 0"))
                    .succeeded()
                    .printed("Root");
        }
    }
}
