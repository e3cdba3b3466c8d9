package org.recipeharness.tier;

import java.time.Duration;
import java.time.Instant;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.data.Seeded;
import org.recipeharness.data.VolumeMarkers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operation of the upgrade tier: a base is deployed and seeded, the head is deployed over it, the seeds are looked for. */
final class Upgrade {

    private static final Logger LOG = LoggerFactory.getLogger(Upgrade.class);

    private final RunSources sources;
    private final AppRendering rendering;
    private final Stage stage;

    Upgrade(RunSources sources, AppRendering rendering, Stage stage) {
        this.sources = sources;
        this.rendering = rendering;
        this.stage = stage;
    }

    Upgraded perform(Base base) throws InterruptedException {
        BaseDeploy.Deployed former =
                new BaseDeploy(sources, rendering, stage).first(new Bases(sources).candidates(base));
        Seeded seeded = new VolumeMarkers(former.installed().app()).seed();
        LOG.info("Upgrading from {} to {}", former.from(), sources.head());
        Instant start = Instant.now();
        Installed head = stage.over(rendering.over(former.rendered(), sources.head()));
        Duration took = Duration.between(start, Instant.now());
        DeployedApp app = head.app();
        return new Upgraded(
                former.from(),
                former.passedOver(),
                head,
                app.replaced(),
                app.orphans(),
                seeded,
                new VolumeMarkers(app).lost(seeded),
                took);
    }
}
