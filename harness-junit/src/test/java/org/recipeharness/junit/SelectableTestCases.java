package org.recipeharness.junit;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Classes to choose from; they are discovered only, never run. */
final class SelectableTestCases {

    private SelectableTestCases() {}

    @RecipeDeployment("alpha")
    static class Alpha {

        @Test
        void aboutNoTier() {}

        @Nested
        class Install extends InstallTier {}

        @Nested
        class Custom extends CustomTier {
            @Test
            void custom() {}
        }
    }

    @RecipeDeployment("beta")
    static class Beta {

        @Nested
        class Custom extends CustomTier {
            @Test
            void custom() {}

            @RepeatedTest(2)
            void repeated() {}
        }
    }

    @RecipeDeployment
    static class Any {

        @Nested
        class Install extends InstallTier {}
    }

    static class Plain {
        @Test
        void plain() {}

        @RepeatedTest(2)
        void repeated() {}
    }

    static class Again extends RerunTests {}
}
