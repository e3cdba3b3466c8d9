package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.deployment.Drift;
import org.recipeharness.deployment.RunPlan;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.run.RecipeRun;
import org.recipeharness.settings.Settings;
import org.recipeharness.swarm.docker.DockerSwarm;

/** Keeps a run's app on purpose, and begins another run. */
@OnSwarm
class KeptRunTest {

    private static final RunPlan PLAN =
            new RunPlan(new RecipeName("stays"), RunPlan.MAIN_SERVICE, Drift.none(), List.of());

    @Test
    void isNamedByALeaseWhileItIsUnderWayAndIsNobodysBehindIt(TestStack stack, @TempDir Path folder) throws Exception {
        var catalogue = new TestCatalogue(folder.resolve("catalogue")).publish("stays", TestStack.SLEEPER);
        var written = new TreeMap<>(Map.of(
                "harness.catalogue", catalogue.folder().toUri().toString(),
                "harness.work", folder.resolve("work").toString(),
                "harness.cache", folder.resolve("cache").toString(),
                "harness.holders", "50",
                "harness.keep", "always",
                "harness.domain", stack.name().text().replace('_', '.')));
        String id;
        try (var run = new RecipeRun(PLAN, Settings.of(written), new DockerSwarm(Optional.empty()))) {
            id = run.install().app().stack().labels().run();
            assertThat(runsUnderWay(stack)).contains(id);
        }
        assertThat(runsUnderWay(stack)).doesNotContain(id);

        written.put("harness.keep", "never");
        written.put("harness.domain", "next-" + written.get("harness.domain"));
        try (var run = new RecipeRun(PLAN, Settings.of(written), new DockerSwarm(Optional.empty()))) {
            run.install();
        }

        assertThat(stack.swarm().services(stack.name())).hasSize(1);
    }

    private static String runsUnderWay(TestStack stack) {
        return stack.swarm().notices().list("recipe-harness-lease-").toString();
    }
}
