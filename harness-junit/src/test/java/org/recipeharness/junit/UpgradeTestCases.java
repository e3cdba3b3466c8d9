package org.recipeharness.junit;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.recipeharness.app.DeployedApp;

/** Recipes that are upgraded. */
final class UpgradeTestCases {

    private UpgradeTestCases() {}

    @RecipeDeployment(value = "aged", ready = @Ready(by = AnswersAtOnce.class))
    static class Aged {

        @Nested
        class Install extends InstallTier {}

        @Nested
        class Upgrade extends UpgradeTier {
            @Test
            void ownOfUpgrade(DeployedApp app) {
                FixtureRun.swarm()
                        .note("own test of upgrade, on " + app.checkout().ref());
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

    @RecipeDeployment(
            value = "aged",
            ready = @Ready(by = AnswersAtOnce.class),
            postgres = @PostgresMarker(service = "app", database = "pins", user = "pinner", passwordSecret = "pin"))
    static class WithDatabase {

        @Nested
        class Upgrade extends UpgradeTier {}
    }

    @RecipeDeployment(
            value = "aged",
            ready = @Ready(by = AnswersAtOnce.class),
            postgres = @PostgresMarker(service = "postgres"))
    static class WithDatabaseOfAnUnknownService {

        @Nested
        class Upgrade extends UpgradeTier {}
    }

    @RecipeDeployment(value = "sample", ready = @Ready(by = AnswersAtOnce.class))
    static class OneRelease {

        @Nested
        class Upgrade extends UpgradeTier {}
    }
}
