package org.recipeharness.recipes;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.recipeharness.deployment.SecretsChoice;
import org.recipeharness.junit.InstallTier;
import org.recipeharness.junit.PromoteTier;
import org.recipeharness.junit.Ready;
import org.recipeharness.junit.RecipeDeployment;
import org.recipeharness.promotion.Promoted;
import org.recipeharness.recipes.bluesky.HealthProbe;
import org.recipeharness.recipes.keycloak.Keycloak;

/** Recipes that are promoted behind their install, as they were at the time of the incidents: green in all that was looked at then. */
final class PromotionCases {

    private PromotionCases() {}

    /**
     * What is run of a recipe.
     *
     * @param all its cold run, and its promotion behind that
     * @param promote the promotion alone
     */
    record Cases(Class<?> all, Class<?> promote) {

        static Cases of(String recipe) {
            return List.of(
                            new Cases(Gitea.class, Gitea.Promote.class),
                            new Cases(KeycloakCases.class, KeycloakCases.Promote.class),
                            new Cases(BlueskyPds.class, BlueskyPds.Promote.class))
                    .stream()
                    .filter(cases -> cases.all()
                            .getAnnotation(RecipeDeployment.class)
                            .value()
                            .equals(recipe))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No promotion of " + recipe + " is written here"));
        }
    }

    @RecipeDeployment(
            value = "gitea",
            ready = @Ready(http = "/api/v1/version", budget = "20x1s"),
            warm = @Ready(http = "/api/v1/version", budget = "30x1s"),
            reattachSecrets = SecretsChoice.FRESH)
    static class Gitea {

        @Nested
        class Install extends InstallTier {}

        @Nested
        class Promote extends PromoteTier {

            @Test
            void isRememberedAsItWasDeployed(Promoted promoted) throws IOException {
                if (promoted.head().isPresent()) {
                    LeftRunning.remember(promoted.head().get().app());
                }
            }
        }
    }

    @RecipeDeployment(
            value = "keycloak",
            ready = @Ready(http = "/realms/" + Keycloak.MASTER, budget = "60x2s"),
            warm = @Ready(http = "/realms/" + Keycloak.MASTER, budget = "60x1s"))
    static class KeycloakCases {

        @Nested
        class Install extends InstallTier {}

        @Nested
        class Promote extends PromoteTier {}
    }

    @RecipeDeployment(
            value = "bluesky-pds",
            mainService = {"pds", "app"},
            ready = @Ready(by = HealthProbe.class, budget = "60x1s"),
            warm = @Ready(by = HealthProbe.class, budget = "15x1s"))
    static class BlueskyPds {

        @Nested
        class Install extends InstallTier {}

        @Nested
        class Promote extends PromoteTier {}
    }
}
