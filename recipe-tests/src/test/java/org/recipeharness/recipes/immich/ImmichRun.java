package org.recipeharness.recipes.immich;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.recipeharness.compose.Overlay;
import org.recipeharness.deployment.Drift;
import org.recipeharness.deployment.ReadinessCheck;
import org.recipeharness.deployment.RunPlan;
import org.recipeharness.http.HttpProbe;
import org.recipeharness.readiness.Budget;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.recipes.RunAside;
import org.recipeharness.run.RecipeRun;
import org.recipeharness.swarm.docker.DockerSwarm;

/** Runs of the immich recipe at one ref, each on a port of its own, so that they can take place side by side. */
public final class ImmichRun {

    private static final Budget BUDGET = Budget.parse("60x1s");

    private ImmichRun() {}

    /**
     * Prepares a run; nothing is done yet.
     *
     * @param ref what {@code -Dref=} would be
     * @param settings what its operator sets
     * @param labels lines of YAML, which labels the database has otherwise than the recipe says, whatever the release
     * @return the run; to be closed
     * @throws IOException when no port is free
     */
    public static RecipeRun at(String ref, Map<String, String> settings, String... labels) throws IOException {
        RunAside aside = RunAside.of("immich", Optional.of(ref));
        URI ping = URI.create("http://" + aside.settings().node() + ":" + aside.port() + "/api/server/ping");
        var edited = new TreeMap<>(settings);
        edited.put("IMMICH_PORT", String.valueOf(aside.port()));
        var plan = new RunPlan(
                new RecipeName("immich"),
                RunPlan.MAIN_SERVICE,
                new Drift(edited, Map.of(), labels.length == 0 ? List.of() : List.of(overlay(labels))),
                List.of(new ReadinessCheck(app -> new HttpProbe("http", ping), BUDGET)));
        return new RecipeRun(
                plan, aside.settings(), new DockerSwarm(aside.settings().ipvs()));
    }

    private static Overlay overlay(String... labels) {
        return new Overlay(
                "the test's labels", """
                version: "3.8"
                services:
                  database:
                    deploy:
                      labels:
                %s
                """.formatted(String.join("\n", labels).indent(8)));
    }
}
