package org.recipeharness.junit.outside;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.recipeharness.junit.CustomTier;
import org.recipeharness.junit.Ready;
import org.recipeharness.junit.RecipeDeployment;

@RecipeDeployment(value = "sample", ready = @Ready(by = AnswersHere.class))
class SampleCases {

    @Nested
    class Custom extends CustomTier {
        @Test
        void answers() {}
    }
}
