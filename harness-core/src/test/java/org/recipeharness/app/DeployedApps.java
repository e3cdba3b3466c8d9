package org.recipeharness.app;

import java.time.Duration;
import org.recipeharness.swarm.Swarm;

/** Apps for the tests of other packages, as a first deploy gives them. */
public final class DeployedApps {

    private DeployedApps() {}

    public static DeployedApp of(Swarm swarm, AppPlan plan, Duration deployTime) {
        return new DeployedApp(swarm, plan, Before.nothing(), deployTime);
    }
}
