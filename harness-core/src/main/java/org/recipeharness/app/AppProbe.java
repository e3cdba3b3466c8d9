package org.recipeharness.app;

import org.recipeharness.readiness.Probe;

/** Makes the probe of a recipe for one app of it, whose domain and addresses are known only once it is deployed. */
@FunctionalInterface
public interface AppProbe {

    /**
     * Makes the probe.
     *
     * @param app the app, converged
     * @return how to look whether it is ready
     */
    Probe on(DeployedApp app);
}
