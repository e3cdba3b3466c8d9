package org.recipeharness.promotion;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.recipeharness.app.ExecProbe;
import org.recipeharness.deployment.AppRendering;
import org.recipeharness.deployment.Drift;
import org.recipeharness.deployment.ReadinessCheck;
import org.recipeharness.deployment.RunId;
import org.recipeharness.deployment.RunPlan;
import org.recipeharness.deployment.RunSources;
import org.recipeharness.deployment.Stage;
import org.recipeharness.process.Command;
import org.recipeharness.readiness.Budget;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.settings.Settings;
import org.recipeharness.swarm.docker.DockerSwarm;

/** A process of its own that promotes a recipe, and is killed before one step of it. */
public final class KilledPromotion {

    private KilledPromotion() {}

    /** What is promoted: answers once it has written to its volume. */
    public static RunPlan plan(String recipe) {
        var written = new ReadinessCheck(
                app -> new ExecProbe("exec-test", app.exec(), List.of("test", "-s", "/data/version")),
                Budget.parse("5x2s"));
        var usual = new RunPlan(new RecipeName(recipe), RunPlan.MAIN_SERVICE, Drift.none(), List.of(written));
        return new RunPlan(
                usual.recipe(),
                usual.mainService(),
                usual.drift(),
                usual.readiness(),
                usual.databases(),
                usual.reattachSecrets(),
                written,
                usual.applicability());
    }

    /**
     * Promotes.
     *
     * @param arguments the recipe's name and the step to be killed before; the rest is configured by system properties
     */
    public static void main(String[] arguments) throws InterruptedException {
        RunPlan plan = plan(arguments[0]);
        PromotionStep last = PromotionStep.valueOf(arguments[1]);
        Settings settings = Settings.load();
        RunId run = RunId.random();
        try (var swarm = new DockerSwarm(Optional.empty())) {
            Path folder = settings.work().resolve(run.text());
            var stage = new Stage(plan, run, settings, swarm);
            var sources = new RunSources(plan.recipe(), settings, folder);
            new Promotion(
                            new WarmSite(plan, run, settings, swarm),
                            run,
                            swarm,
                            sources,
                            stage,
                            new AppRendering(plan, run, settings, swarm.engine().ipvs()),
                            new WarmDeploy(plan, stage),
                            step -> killBefore(last, step),
                            () -> {})
                    .perform();
        }
    }

    private static void killBefore(PromotionStep last, PromotionStep step) {
        if (step == last) {
            try {
                Command.of(
                                "kill",
                                "-KILL",
                                String.valueOf(ProcessHandle.current().pid()))
                        .run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
