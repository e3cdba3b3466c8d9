package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.recipeharness.canonical.WarmDomain;
import org.recipeharness.canonical.WarmPlace;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.settings.Settings;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.docker.DockerSwarm;

/** A canonical that runs although the registry calls it idle: deployed again as it was promoted, behind the registry's back. */
final class LeftRunning {

    private static final Map<String, RenderedStack> PROMOTED = new ConcurrentHashMap<>();

    private LeftRunning() {}

    static void remember(RenderedStack stack) {
        PROMOTED.putIfAbsent(stack.labels().recipe(), stack);
    }

    static void deploy(String recipe) throws InterruptedException {
        RenderedStack stack = Optional.ofNullable(PROMOTED.get(recipe))
                .orElseThrow(() -> new AssertionError("Nothing of " + recipe + " was promoted before"));
        try (Swarm swarm = new DockerSwarm(Optional.empty())) {
            // Gitea's; what they hold does not matter to one that is only to be found running.
            for (String secret : new String[] {"jwt_secret_v1", "secret_key_v1"}) {
                swarm.createSecret(
                        stack.name(),
                        stack.name() + "_" + secret,
                        "x".repeat(43),
                        stack.labels().asMap());
            }
            swarm.deploy(stack);
        }
    }

    static void requireNothing(String recipe) {
        Settings settings = Settings.load();
        var name = new RecipeName(recipe);
        try (Swarm swarm = new DockerSwarm(Optional.empty())) {
            var place = new WarmPlace(
                    swarm, name, WarmDomain.of(name, settings.zone(), settings.liveWarm()), settings.removeTimeout());
            assertThat(place.running().byKind()).as("what runs at " + place).isEmpty();
        }
    }
}
