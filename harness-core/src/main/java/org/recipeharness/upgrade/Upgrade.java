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
import org.recipeharness.deployment.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The second half of the upgrade tier: a base that runs is seeded, the head is deployed over it, the seeds are looked for. */
public final class Upgrade {

    private static final Logger LOG = LoggerFactory.getLogger(Upgrade.class);

    private final AppRendering rendering;
    private final Stage stage;
    private final List<DeclaredDatabase> databases;

    public Upgrade(AppRendering rendering, Stage stage, List<DeclaredDatabase> databases) {
        this.rendering = rendering;
        this.stage = stage;
        this.databases = databases;
    }

    public Upgraded perform(BaseDeploy.Deployed former, Checkout to) throws InterruptedException {
        Seeded seeded = new Markers(former.installed().app(), databases).seed();
        LOG.info("Upgrading from {} to {}", former.from(), to);
        Instant start = Instant.now();
        Installed head = stage.over(rendering.over(former.rendered(), to));
        Duration took = Duration.between(start, Instant.now());
        DeployedApp app = head.app();
        return new Upgraded(
                former.from(),
                former.passedOver(),
                head,
                app.replaced(),
                app.orphans(),
                seeded,
                new Markers(app, databases).lost(seeded),
                took);
    }
}
