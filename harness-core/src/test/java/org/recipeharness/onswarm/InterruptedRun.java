package org.recipeharness.onswarm;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.recipeharness.deployment.Drift;
import org.recipeharness.deployment.RunPlan;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.run.RecipeRun;
import org.recipeharness.settings.Settings;
import org.recipeharness.swarm.docker.DockerSwarm;

/** A process of its own that installs a recipe and then waits, to be ended from outside. */
final class InterruptedRun {

    private InterruptedRun() {}

    /**
     * Installs.
     *
     * @param arguments the recipe's name; the rest is configured by system properties
     */
    public static void main(String[] arguments) throws InterruptedException {
        var plan = new RunPlan(new RecipeName(arguments[0]), RunPlan.MAIN_SERVICE, Drift.none(), List.of());
        try (var run = new RecipeRun(plan, Settings.load(), new DockerSwarm(Optional.empty()))) {
            run.install();
            new CountDownLatch(1).await();
        }
    }
}
