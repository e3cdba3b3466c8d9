package org.recipeharness.junit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.recipeharness.deployment.Tier;

/** Recipes of which each comes to another end. */
final class SweepTestCases {

    static final String SECRET = "kept-to-itself";

    private SweepTestCases() {}

    @RecipeDeployment(value = "sample", ready = @Ready(by = AnswersAtOnce.class))
    static class Green {
        @Nested
        class Install extends InstallTier {}

        @Nested
        class Custom extends CustomTier {
            @Test
            void answers() {}

            @Test
            @Disabled("until it can")
            void sings() {}
        }
    }

    @RecipeDeployment(value = "other", settings = "SERVER_PASSWORD=" + SECRET, ready = @Ready(by = AnswersAtOnce.class))
    static class Red {
        @Nested
        class Install extends InstallTier {}

        @Nested
        class Custom extends CustomTier {
            @Test
            void answers() {
                throw new AssertionError("it answered:\n  " + SECRET + "\nand more");
            }
        }
    }

    @RecipeDeployment(
            value = "aged",
            ready = @Ready(by = AnswersAtOnce.class),
            notApplicable = @NotApplicable(tier = Tier.UPGRADE, because = "moving tag"))
    static class WithoutUpgrade {
        @Nested
        class Install extends InstallTier {}

        @Nested
        class Upgrade extends UpgradeTier {}

        @Test
        void isOutsideOfAllTiers() {
            assumeTrue(false, "nothing to see here");
        }
    }

    /** A secret is told by what fails outside of all tests. */
    @RecipeDeployment(value = "other", settings = "SERVER_PASSWORD=" + SECRET, ready = @Ready(by = AnswersAtOnce.class))
    static class FailsBehindItsTests {
        @AfterAll
        static void fails() {
            throw new IllegalStateException("left behind: " + SECRET);
        }

        @Nested
        class Install extends InstallTier {}
    }

    @RecipeDeployment("sample")
    static class FailsBeforeItsTests {
        @BeforeAll
        static void fails() {
            throw new IllegalStateException("the node is gone");
        }

        @Nested
        class Custom extends CustomTier {
            @Test
            void answers() {}
        }
    }

    @RecipeDeployment("sample")
    @Disabled("the recipe is archived")
    static class Off {
        @Test
        void answers() {}
    }

    @RecipeDeployment("sample")
    static class Misconfigured {
        @Nested
        class Install extends InstallTier {}
    }

    /** No recipe's test. */
    static class Plain {
        @Test
        void passes() {}
    }
}
