package org.recipeharness.recipes.pinboard;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.deployment.Drift;
import org.recipeharness.deployment.ReadinessCheck;
import org.recipeharness.deployment.RunPlan;
import org.recipeharness.http.HttpProbe;
import org.recipeharness.readiness.Budget;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.recipes.RunAside;
import org.recipeharness.restore.Drill;
import org.recipeharness.restore.Drilled;
import org.recipeharness.run.RecipeRun;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.Leftovers;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.docker.DockerSwarm;
import org.recipeharness.upgrade.Base;
import org.recipeharness.upgrade.Upgraded;

/** A run of the pinboard recipe at one ref, on a port of its own, so that it can take place beside others. */
public final class PinboardRun implements AutoCloseable {

    private static final Budget BUDGET = Budget.parse("60x1s");

    private final int port;
    private final StackName stack;
    private final RecipeRun run;

    private PinboardRun(int port, Settings settings, String domain) {
        this.port = port;
        this.stack = StackName.of(domain);
        var plan = new RunPlan(
                new RecipeName("pinboard"),
                RunPlan.MAIN_SERVICE,
                new Drift(Map.of("PINBOARD_PORT", String.valueOf(port)), Map.of(), List.of()),
                List.of(new ReadinessCheck(app -> new HttpProbe("http", Pinboard.address(app, port)), BUDGET)));
        this.run = new RecipeRun(plan, settings, new DockerSwarm(settings.ipvs()));
    }

    /**
     * Prepares a run; nothing is done yet.
     *
     * @param ref what {@code -Dref=} would be, or empty for a run without it
     * @return the run, which the settings of this process hold for in everything else
     * @throws IOException when no port is free
     */
    public static PinboardRun at(Optional<String> ref) throws IOException {
        RunAside aside = RunAside.of("pinboard", ref);
        return new PinboardRun(aside.port(), aside.settings(), aside.domain());
    }

    /**
     * Prepares a run at the latest release; nothing is done yet.
     *
     * @param setting what is set for it
     * @param value to what
     * @return the run, which the settings of this process hold for in everything else
     * @throws IOException when no port is free
     */
    public static PinboardRun with(Setting setting, String value) throws IOException {
        RunAside aside = RunAside.of("pinboard", Optional.empty()).with(setting, value);
        return new PinboardRun(aside.port(), aside.settings(), aside.domain());
    }

    /**
     * Installs the app.
     *
     * @return the app, ready
     * @throws InterruptedException when the thread is interrupted
     */
    public DeployedApp install() throws InterruptedException {
        return run.install().app();
    }

    /**
     * Deploys a base, and the ref's recipe over it.
     *
     * @param base what the app comes from
     * @return the app, ready, and what came of its data
     * @throws InterruptedException when the thread is interrupted
     */
    public Upgraded upgrade(Base base) throws InterruptedException {
        return run.upgrade(base);
    }

    /**
     * Goes through a drill with the ref's recipe.
     *
     * @param drill which one
     * @return what came of it
     * @throws InterruptedException when the thread is interrupted
     */
    public Drilled drill(Drill drill) throws InterruptedException {
        return run.drill(drill);
    }

    /**
     * Tells what the budgets came to under a load.
     *
     * @return a line for each probe; empty where there was no load
     */
    public List<String> budgets() {
        return run.tested().budgets();
    }

    /**
     * Looks at the services as the swarm has them now, also where the run has failed.
     *
     * @return by name
     */
    public List<ServiceState> services() {
        try (var swarm = new DockerSwarm(Optional.empty())) {
            return swarm.services(stack);
        }
    }

    /**
     * Opens the app's board.
     *
     * @param app what was installed
     * @return its board
     */
    public Pinboard board(DeployedApp app) {
        return Pinboard.of(app, port);
    }

    /** Removes what was deployed, and insists that nothing of it is left, by looking once more. */
    @Override
    public void close() {
        run.close();
        try (var swarm = new DockerSwarm(Optional.empty())) {
            Leftovers left = swarm.leftovers(stack);
            if (!left.isNothing()) {
                throw new AssertionError("Looking for what the run left of stack " + stack + ": " + left);
            }
        }
    }
}
