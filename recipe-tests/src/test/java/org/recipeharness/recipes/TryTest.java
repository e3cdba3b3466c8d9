package org.recipeharness.recipes;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryTest {
    @Test
    void tries(@TempDir Path folder) throws IOException, InterruptedException {
        String recipe = System.getProperty("try", "gitea");
        if (recipe.equals("keycloak")) {
            try (var provider = LiveProvider.of(recipe, KeycloakTest.class, folder)) {
                new PromotionBook(recipe, folder).requireAsWritten(Path.of("..", "README.md"));
                provider.requireThatItAnsweredThroughout();
            }
        } else {
            new PromotionBook(recipe, folder).requireAsWritten(Path.of("..", "README.md"));
        }
    }
}
