package org.recipeharness.junit.outside;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.recipeharness.junit.CustomTier;
import org.recipeharness.junit.Ready;
import org.recipeharness.junit.RecipeDeployment;

/** A second class of the recipe, whose probe has another name. */
@RecipeDeployment(value = "sample", ready = @Ready(exec = "true"))
class OtherCases {

    @Nested
    class Custom extends CustomTier {
        @Test
        void answers() {}
    }
}
