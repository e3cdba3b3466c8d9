package org.recipeharness.junit;

import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A recipe's test as it should be, but for the order of its tiers in the file. */
@RecipeDeployment(value = "sample", ready = @Ready(by = AnswersAtOnce.class))
class TwoTiersTestCases {

    @Nested
    @TestMethodOrder(MethodName.class)
    class Custom extends CustomTier {

        @Test
        void answers() {}

        @Test
        void keepsItsData() {}
    }

    @Nested
    class Install extends InstallTier {}
}
