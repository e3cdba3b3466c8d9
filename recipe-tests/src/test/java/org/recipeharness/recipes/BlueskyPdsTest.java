package org.recipeharness.recipes;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.recipeharness.junit.RecipeAssertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.ServiceExec;
import org.recipeharness.deployment.Tier;
import org.recipeharness.junit.BackupTier;
import org.recipeharness.junit.CustomTier;
import org.recipeharness.junit.DrillTier;
import org.recipeharness.junit.InstallTier;
import org.recipeharness.junit.NotApplicable;
import org.recipeharness.junit.PromoteTier;
import org.recipeharness.junit.Ready;
import org.recipeharness.junit.ReattachTier;
import org.recipeharness.junit.RecipeDeployment;
import org.recipeharness.junit.RestoreTier;
import org.recipeharness.junit.UpgradeTier;
import org.recipeharness.recipes.bluesky.HealthProbe;
import org.recipeharness.recipes.bluesky.Pds;

/** Tests the bluesky-pds recipe; in the lab, on a real PDS behind a real Caddy, which makes its certificates itself. */
@RecipeDeployment(
        value = "bluesky-pds",
        // The fix of the incident book's row 6 has renamed it.
        mainService = {"pds", "app"},
        ready = @Ready(by = HealthProbe.class, budget = "60x1s"),
        warm = @Ready(by = HealthProbe.class, budget = "30x1s"),
        notApplicable = {
            @NotApplicable(tier = Tier.UPGRADE, because = "moving tag"),
            @NotApplicable(tier = Tier.REATTACH, because = "moving tag")
        })
class BlueskyPdsTest {

    /** A code that the snapshot holds, and that is of no use any more when it is restored. */
    private static final AtomicReference<@Nullable String> DISABLED_SINCE = new AtomicReference<>();

    private static final AtomicReference<@Nullable String> MADE_AT_INSTALL = new AtomicReference<>();

    @Nested
    class Install extends InstallTier {

        @Test
        @Order(10)
        void makesAnInviteCode(DeployedApp app) throws IOException, InterruptedException {
            Pds server = Pds.of(app);

            String code = server.createInviteCode();

            assertThat(server.takesInviteCode(code)).isTrue();
            MADE_AT_INSTALL.set(code);
        }
    }

    @Nested
    class Upgrade extends UpgradeTier {}

    @Nested
    class Backup extends BackupTier {

        @Test
        @Order(10)
        void letsTheInviteCodeBeDisabledBehindIt(DeployedApp app) throws IOException, InterruptedException {
            Pds server = Pds.of(app);
            String code = MADE_AT_INSTALL.get();
            assumeTrue(code != null && server.takesInviteCode(code), "the install tier's own test has made the code");

            server.disableInviteCode(requireNonNull(code));

            assertThat(server.takesInviteCode(code)).isFalse();
            DISABLED_SINCE.set(code);
        }
    }

    @Nested
    class Restore extends RestoreTier {

        @Test
        @Order(10)
        void letsTheInviteCodeBeOfUseAgain(DeployedApp app) throws IOException, InterruptedException {
            String code = DISABLED_SINCE.get();
            assumeTrue(code != null, "the backup tier's own test has disabled a code that was saved");

            assertThat(Pds.of(app).takesInviteCode(requireNonNull(code))).isTrue();
        }
    }

    @Nested
    class Drill extends DrillTier {}

    @Nested
    class Reattach extends ReattachTier {}

    @Nested
    class Promote extends PromoteTier {}

    @Nested
    class Custom extends CustomTier {

        @Test
        void isWellAndHasACertificateOfItsOwnCaddy(DeployedApp app) throws IOException, InterruptedException {
            assertThat(Pds.of(app).health()).certificateIsFor(app.domain());
        }

        @Test
        void describesItselfByItsDomain(DeployedApp app) throws IOException, InterruptedException {
            var description = Pds.of(app).description();

            assertThat(description.path("did").asText()).isEqualTo("did:web:" + app.domain());
            assertThat(description.path("availableUserDomains").path(0).asText())
                    .isEqualTo("." + app.domain());
        }

        @Test
        void keepsItsAccountsOnTheVolume(ServiceExec pds) throws InterruptedException {
            assertThat(pds.run("test", "-s", "/pds/account.sqlite")).succeeded();
        }
    }
}
