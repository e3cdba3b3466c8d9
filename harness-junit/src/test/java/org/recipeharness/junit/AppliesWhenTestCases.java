package org.recipeharness.junit;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.upgrade.Upgraded;

/** Assertions on what a release of {@code aged} has brought. */
final class AppliesWhenTestCases {

    private AppliesWhenTestCases() {}

    @RecipeDeployment(value = "aged", ready = @Ready(by = AnswersAtOnce.class))
    static class OneOfItsMethods {

        @Nested
        class Upgrade extends UpgradeTier {

            @Test
            @AppliesWhen(contains = "2.0.0+1.0.0")
            void scoped(Upgraded upgraded) {
                FixtureRun.swarm().note("own test, from " + upgraded.from().ref());
            }
        }
    }

    @RecipeDeployment(value = "aged", ready = @Ready(by = AnswersAtOnce.class))
    @AppliesWhen(contains = "1.1.0+1.0.0")
    static class AllOfIt {

        @Nested
        class Install extends InstallTier {}

        @Nested
        class Custom extends CustomTier {

            Custom(DeployedApp app) {
                FixtureRun.swarm().note("own instance, on " + app.checkout().ref());
            }

            @Test
            @AppliesWhen(contains = "2.0.0+1.0.0")
            void scopedTwice() {
                FixtureRun.swarm().note("own test");
            }
        }
    }

    @RecipeDeployment(value = "aged", ready = @Ready(by = AnswersAtOnce.class))
    static class Stale {

        @Nested
        class Custom extends CustomTier {

            @Test
            @AppliesWhen(contains = "2.0.1+1.0.0")
            void scoped() {
                FixtureRun.swarm().note("own test");
            }
        }
    }
}
