package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.deployment.Drift;
import org.recipeharness.deployment.RunPlan;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.run.RecipeRun;
import org.recipeharness.settings.Settings;
import org.recipeharness.swarm.docker.DockerSwarm;

/** Takes a recipe with a secret, and a file of its own, through a whole run. */
@OnSwarm
class SecretsTest {

    private static final String COMPOSE = TestStack.SLEEPER + """
                secrets: [api_key]
            secrets:
              api_key: {external: true, name: "${STACK_NAME}_api_key_${SECRET_API_KEY_VERSION}"}
            """;

    @Test
    void generatesWhatTheRecipeDeclaresAndTakesItAwayAgain(TestStack stack, @TempDir Path folder) throws Exception {
        var catalogue = new TestCatalogue(folder.resolve("catalogue"))
                .publish("keeps-a-secret", COMPOSE, "SECRET_API_KEY_VERSION=v1 # length=43 charset=hex\n");
        Settings settings = Settings.of(Map.of(
                "harness.catalogue", catalogue.folder().toUri().toString(),
                "harness.work", folder.resolve("work").toString(),
                "harness.cache", folder.resolve("cache").toString(),
                "harness.domain", stack.name().text().replace('_', '.')));
        var plan = new RunPlan(new RecipeName("keeps-a-secret"), RunPlan.MAIN_SERVICE, Drift.none(), List.of());

        try (var run = new RecipeRun(plan, settings, new DockerSwarm(Optional.empty()))) {
            DeployedApp app = run.install().app();
            String value = app.exec().run("cat", "/run/secrets/api_key").out();

            assertThat(value).matches("[0-9a-f]{43}");
            assertThat(stack.swarm().leftovers(stack.name()).byKind().get("secret"))
                    .containsExactly(stack.name() + "_api_key_v1");
            assertThat(run.evidence())
                    .allSatisfy(file -> assertThat(file.text()).doesNotContain(value));
            assertThat(app.service("app").labels())
                    .containsEntry("coop-cloud." + stack.name() + ".version", TestCatalogue.RELEASE);
        }
        assertThat(stack.swarm().leftovers(stack.name()).isNothing()).isTrue();
    }
}
