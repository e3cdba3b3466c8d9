package org.recipeharness.deployment;

import java.time.Duration;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.readiness.Look;
import org.recipeharness.readiness.Probe;

/** Hides an app's secrets in what a probe of it sees, since that is reported, and an app may greet with them. */
record MaskedProbe(Probe probe, DeployedApp app) implements Probe {

    @Override
    public String name() {
        return probe.name();
    }

    @Override
    public Look look(Duration limit) throws InterruptedException {
        Look look = probe.look(limit);
        if (look instanceof Look.Ready ready) {
            return Look.ready(app.mask(ready.seen()));
        }
        var notYet = (Look.NotYet) look;
        return new Look.NotYet(app.mask(notYet.reason()), notYet.cause());
    }
}
