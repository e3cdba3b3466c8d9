package org.recipeharness.recipes.mattermost;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recipeharness.deployment.Drift;
import org.recipeharness.deployment.ReadinessCheck;
import org.recipeharness.deployment.RunPlan;
import org.recipeharness.http.HttpProbe;
import org.recipeharness.readiness.Budget;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.recipes.RunAside;
import org.recipeharness.run.RecipeRun;
import org.recipeharness.swarm.docker.DockerSwarm;

/** Runs of the mattermost-lts recipe at one ref, each on a port of its own, so that they can take place side by side. */
public final class MattermostRun {

    private static final Budget BUDGET = Budget.parse("60x1s");

    private MattermostRun() {}

    /**
     * Prepares a run; nothing is done yet.
     *
     * @param ref what {@code -Dref=} would be
     * @return the run; to be closed
     * @throws IOException when no port is free
     */
    public static RecipeRun at(String ref) throws IOException {
        RunAside aside = RunAside.of("mattermost-lts", Optional.of(ref));
        URI ping = URI.create("http://" + aside.settings().node() + ":" + aside.port() + "/api/v4/system/ping");
        var plan = new RunPlan(
                new RecipeName("mattermost-lts"),
                RunPlan.MAIN_SERVICE,
                new Drift(Map.of("MATTERMOST_PORT", String.valueOf(aside.port())), Map.of(), List.of()),
                List.of(new ReadinessCheck(app -> new HttpProbe("http", ping), BUDGET)));
        return new RecipeRun(
                plan, aside.settings(), new DockerSwarm(aside.settings().ipvs()));
    }
}
