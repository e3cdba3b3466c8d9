package org.recipeharness.upgrade;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.data.DeclaredDatabase;
import org.recipeharness.data.Markers;
import org.recipeharness.data.Seeded;
import org.recipeharness.deployment.AppRendering;
import org.recipeharness.deployment.Installed;
import org.recipeharness.deployment.RunPlan;
import org.recipeharness.deployment.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reattach tier: a base that runs is seeded and removed, and the head is deployed onto what it leaves, its volumes. */
public final class Reattachment {

    private static final Logger LOG = LoggerFactory.getLogger(Reattachment.class);

    private final AppRendering rendering;
    private final Stage stage;
    private final RunPlan plan;

    public Reattachment(AppRendering rendering, Stage stage, RunPlan plan) {
        this.rendering = rendering;
        this.stage = stage;
        this.plan = plan;
    }

    public Reattached perform(BaseDeploy.Deployed former, Checkout to) throws InterruptedException {
        List<DeclaredDatabase> databases = plan.databases();
        Seeded seeded = new Markers(former.installed().app(), databases).seed();
        LOG.info("Removing {} without its volumes, and deploying {} onto them", former.from(), to);
        Instant start = Instant.now();
        stage.shelve();
        Installed head = stage.onto(rendering.reattached(former.rendered(), to));
        Duration took = Duration.between(start, Instant.now());
        DeployedApp app = head.app();
        return new Reattached(
                former.from(), former.passedOver(), head, seeded, new Markers(app, databases).lost(seeded), took);
    }
}
