package org.recipeharness.junit;

import org.junit.jupiter.api.Test;

/** A recipe that is deployed otherwise than it is published. */
final class DriftTestCases {

    private DriftTestCases() {}

    @RecipeDeployment(
            value = "sample",
            settings = "SERVER_PASSWORD=open-sesame",
            overlays = "sample.overlay.yml",
            ready = @Ready(by = AnswersAtOnce.class))
    static class WithOverlay {
        @Test
        void fails() {
            throw new IllegalStateException("as it should not be");
        }
    }

    @RecipeDeployment(value = "sample", overlays = "nowhere.overlay.yml")
    static class WithoutTheOverlay {
        @Test
        void runs() {}
    }

    @RecipeDeployment(value = "sample", upgradeSettings = "NO_VALUE")
    static class BadUpgradeSetting {
        @Test
        void runs() {}
    }
}
