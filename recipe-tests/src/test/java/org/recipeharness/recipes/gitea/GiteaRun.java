package org.recipeharness.recipes.gitea;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.recipeharness.compose.Overlay;
import org.recipeharness.http.HttpProbe;
import org.recipeharness.readiness.Budget;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.recipes.RunAside;
import org.recipeharness.swarm.docker.DockerSwarm;
import org.recipeharness.tier.Drift;
import org.recipeharness.tier.ReadinessCheck;
import org.recipeharness.tier.RecipeRun;
import org.recipeharness.tier.RunPlan;

/** Runs of the gitea recipe at one ref, each on a port of its own, so that they can take place side by side. */
public final class GiteaRun {

    private static final String OVERLAY = "gitea.port.yml";
    private static final Budget BUDGET = Budget.parse("20x1s");

    private GiteaRun() {}

    /**
     * Prepares a run; nothing is done yet.
     *
     * @param ref what {@code -Dref=} would be
     * @return the run; to be closed
     * @throws IOException when no port is free
     */
    public static RecipeRun at(String ref) throws IOException {
        RunAside aside = RunAside.of("gitea", Optional.of(ref));
        URI version = URI.create("http://" + aside.settings().node() + ":" + aside.port() + "/api/v1/version");
        var plan = new RunPlan(
                new RecipeName("gitea"),
                RunPlan.MAIN_SERVICE,
                new Drift(Map.of("GITEA_PORT", String.valueOf(aside.port())), Map.of(), List.of(overlay())),
                List.of(new ReadinessCheck(app -> new HttpProbe("http", version), BUDGET)));
        return new RecipeRun(
                plan, aside.settings(), new DockerSwarm(aside.settings().ipvs()));
    }

    private static Overlay overlay() throws IOException {
        try (InputStream resource = RunAside.class.getResourceAsStream(OVERLAY)) {
            return new Overlay(
                    OVERLAY,
                    new String(Objects.requireNonNull(resource, OVERLAY).readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
