package org.recipeharness.junit;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.deployment.Tier;

/** A recipe of which a tier is declared not to apply. */
final class NotApplicableTestCases {

    private NotApplicableTestCases() {}

    @RecipeDeployment(
            value = "aged",
            ready = @Ready(by = AnswersAtOnce.class),
            notApplicable = @NotApplicable(tier = Tier.UPGRADE, because = "moving tag"))
    static class WithoutUpgrade {

        @Nested
        class Install extends InstallTier {}

        @Nested
        class Upgrade extends UpgradeTier {
            @Test
            void ownOfUpgrade(DeployedApp app) {
                FixtureRun.swarm().note("own test of upgrade");
            }
        }

        @Nested
        class Custom extends CustomTier {
            @Test
            void ownOfCustom(DeployedApp app) {
                FixtureRun.swarm()
                        .note("own test of custom, on " + app.checkout().ref());
            }
        }
    }
}
