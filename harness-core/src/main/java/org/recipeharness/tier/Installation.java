package org.recipeharness.tier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.recipeharness.app.AppPlan;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.Deployer;
import org.recipeharness.app.Preflight;
import org.recipeharness.checkout.Catalogue;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.RecipeFiles;
import org.recipeharness.compose.Variables;
import org.recipeharness.readiness.Budget;
import org.recipeharness.readiness.BudgetUse;
import org.recipeharness.readiness.Probe;
import org.recipeharness.readiness.Readiness;
import org.recipeharness.recipe.Origin;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.stack.StackName;
import org.recipeharness.stack.StackRendering;
import org.recipeharness.swarm.Engine;
import org.recipeharness.swarm.Swarm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operation of the install tier: checkout, rendering, deploy, readiness. */
final class Installation {

    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
    private static final Origin TEST = Origin.of("@RecipeDeployment(settings)");

    private final RunPlan plan;
    private final RunId run;
    private final Settings settings;
    private final Swarm swarm;
    private final Path directory;

    Installation(RunPlan plan, RunId run, Settings settings, Swarm swarm, Path directory) {
        this.plan = plan;
        this.run = run;
        this.settings = settings;
        this.swarm = swarm;
        this.directory = directory;
    }

    /**
     * Installs the app.
     *
     * @param sending told what is about to be sent, when nothing of it is on the swarm yet
     */
    Installed perform(Consumer<Rendered> sending) throws InterruptedException {
        var preflight = new Preflight(swarm);
        Engine engine = preflight.requireManager();
        Rendered rendered = render(engine);
        preflight.requireRoomFor(rendered.plan().stack());
        sending.accept(rendered);
        DeployedApp app = new Deployer(swarm).deploy(rendered.plan(), settings.deployTimeout());
        return new Installed(app, awaitReadiness(app));
    }

    private Rendered render(Engine engine) {
        Checkout checkout = new Catalogue(settings.catalogue())
                .checkOut(plan.recipe(), settings.text(Setting.REF), directory.resolve("checkout"));
        String domain =
                settings.text(Setting.DOMAIN).orElse(plan.recipe() + "-" + run.shortForm() + "." + settings.zone());
        StackName stack = StackName.of(domain);
        Variables edited = Variables.none()
                .with("DOMAIN", domain, Origin.of("the run"))
                .with("STACK_NAME", stack.text(), Origin.of("the run"));
        for (var setting : plan.appSettings().entrySet()) {
            LOG.info("Set for this test, not by the recipe: {}", setting.getKey());
            edited = edited.with(setting.getKey(), setting.getValue(), TEST);
        }
        var files = new RecipeFiles(checkout);
        Variables variables = files.variables(edited);
        ComposeDocument document = files.document(variables);
        var rendering = new StackRendering(stack, RunLabels.of(run.text(), checkout), engine.ipvs());
        var appPlan = new AppPlan(checkout, domain, settings.node(), plan.mainService(), rendering.render(document));
        return new Rendered(appPlan, variables);
    }

    private List<BudgetUse> awaitReadiness(DeployedApp app) throws InterruptedException {
        var uses = new ArrayList<BudgetUse>();
        List<ReadinessCheck> checks = plan.readiness().isEmpty() ? DerivedReadiness.of(app.stack()) : plan.readiness();
        for (ReadinessCheck check : checks) {
            Probe probe = check.probe().on(app);
            Budget budget = settings.budget(probe.name()).orElse(check.budget());
            BudgetUse use = new Readiness().await(probe, budget, app.liveness());
            LOG.info("Ready: {}", use);
            uses.add(use);
        }
        return uses;
    }
}
