package org.recipeharness.tier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.Deployer;
import org.recipeharness.app.Preflight;
import org.recipeharness.readiness.Budget;
import org.recipeharness.readiness.BudgetUse;
import org.recipeharness.readiness.Probe;
import org.recipeharness.readiness.Readiness;
import org.recipeharness.settings.Settings;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.Engine;
import org.recipeharness.swarm.Swarm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operation of the install tier: checkout, rendering, deploy, readiness. */
final class Installation {

    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

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
        Rendered rendered = new AppRendering(plan, run, settings, directory).render(engine);
        preflight.requireRoomFor(rendered.plan().stack());
        sending.accept(rendered);
        StackName stack = rendered.plan().stack().name();
        Map<String, String> labels = rendered.plan().stack().labels().asMap();
        rendered.secrets().forEach(secret -> swarm.createSecret(stack, secret.name(), secret.value(), labels));
        DeployedApp app = new Deployer(swarm).deploy(rendered.plan(), settings.deployTimeout());
        return new Installed(app, awaitReadiness(app));
    }

    private List<BudgetUse> awaitReadiness(DeployedApp app) throws InterruptedException {
        var uses = new ArrayList<BudgetUse>();
        List<ReadinessCheck> checks = plan.readiness().isEmpty() ? DerivedReadiness.of(app.stack()) : plan.readiness();
        for (ReadinessCheck check : checks) {
            Probe probe = new MaskedProbe(check.probe().on(app), app);
            Budget budget = settings.budget(probe.name()).orElse(check.budget());
            BudgetUse use = new Readiness().await(probe, budget, app.liveness());
            LOG.info("Ready: {}", use);
            uses.add(use);
        }
        return uses;
    }
}
