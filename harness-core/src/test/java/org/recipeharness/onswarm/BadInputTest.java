package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.checkout.CheckoutException;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.deployment.Drift;
import org.recipeharness.deployment.RunPlan;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.run.RecipeRun;
import org.recipeharness.settings.Settings;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.docker.DockerSwarm;

/** What cannot be deployed says so before anything is on the swarm, and what to do about it. */
@Tag("swarm")
class BadInputTest {

    private static final String DOMAIN = "harness-bad-input.lab.test";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void publish() throws Exception {
        new TestCatalogue(folder.resolve("catalogue"))
                .publish("not-yaml", "services:\n  app:\n\timage: tabbed\n")
                .publish("no-services", "version: \"3.8\"\n")
                .publish("no-image", "version: \"3.8\"\nservices:\n  app:\n    command: sleep infinity\n")
                .publish(
                        "wants-a-variable",
                        "version: \"3.8\"\nservices:\n  app:\n    image: nothing/${LICENSE:?ask your vendor}\n")
                .publish("no-app", "version: \"3.8\"\nservices:\n  web:\n    image: nothing\n");
    }

    @Test
    void aRecipeThatDoesNotExistListsTheKnownOnes() {
        assertInstallOf("gitae", Map.of())
                .isInstanceOf(CheckoutException.class)
                .hasMessageContaining("Fetching recipe 'gitae' from ")
                .hasMessageContaining("Recipes known there: no-app, no-image, no-services, not-yaml, wants-a-variable");
    }

    @Test
    void aRefThatDoesNotExistListsTheKnownOnes() {
        assertInstallOf("no-app", Map.of("ref", "9.9.9+9"))
                .isInstanceOf(CheckoutException.class)
                .hasMessageContaining("Looking for '9.9.9+9' in recipe 'no-app'")
                .hasMessageContaining("Tags: 1.0.0+1; branches: ");
    }

    @Test
    void aComposeFileThatIsNotYamlNamesTheLine() {
        assertInstallOf("not-yaml", Map.of())
                .isInstanceOf(ComposeException.class)
                .hasMessageStartingWith("compose.yml:3: this is not YAML: ");
    }

    @Test
    void aComposeFileWithoutServicesSaysWhatIsMissing() {
        assertInstallOf("no-services", Map.of())
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("expected 'services:'");
    }

    @Test
    void aServiceWithoutAnImageIsNamed() {
        assertInstallOf("no-image", Map.of())
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("the service 'app' has no image");
    }

    @Test
    void aMissingVariableNamesThePlaceAndWhereToSetIt() {
        assertInstallOf("wants-a-variable", Map.of())
                .isInstanceOf(ComposeException.class)
                .hasMessageStartingWith("compose.yml:4: the variable LICENSE is required and not set (ask your vendor)")
                .hasMessageContaining("@RecipeDeployment(settings = \"LICENSE=...\")");
    }

    @Test
    void aMainServiceThatIsNotThereListsTheServices() {
        assertInstallOf("no-app", Map.of())
                .hasMessageContaining("Looking for the service 'app'")
                .hasMessageContaining("Its services: web");
    }

    @Test
    void aDomainThatIsTooLongForAStackSaysSo() {
        assertInstallOf("no-app", Map.of("harness.domain", "a".repeat(50) + ".lab.test"))
                .hasMessageContaining("at most 45")
                .hasMessageContaining("-Dharness.domain");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertInstallOf(String recipe, Map<String, String> more) {
        var written = new HashMap<>(Map.of(
                "harness.catalogue", folder.resolve("catalogue").toUri().toString(),
                "harness.work", folder.resolve("work").toString(),
                "harness.cache", folder.resolve("cache").toString(),
                "harness.domain", DOMAIN));
        written.putAll(more);
        var plan = new RunPlan(new RecipeName(recipe), RunPlan.MAIN_SERVICE, Drift.none(), List.of());
        try (var swarm = new DockerSwarm(Optional.empty());
                var run = new RecipeRun(plan, Settings.of(written), new DockerSwarm(Optional.empty()))) {
            var thrown = assertThatThrownBy(run::install);
            assertThat(swarm.leftovers(StackName.of(DOMAIN)).isNothing()).isTrue();
            return thrown;
        }
    }
}
