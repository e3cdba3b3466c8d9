package org.recipeharness.app;

import org.recipeharness.readiness.Probe;

/**
 * Makes the probe of a recipe for one app of it, whose domain and addresses are known only once it is deployed.
 *
 * <p>If a budget ({@code harness.budget.<probe>}) is set, a probe is also made before the deploy, and only asked for its name. So
 * making a probe must not ask the app anything.
 */
@FunctionalInterface
public interface AppProbe {

    /**
     * Makes the probe.
     *
     * @param app the app, converged; or not deployed yet, if only the probe's name is wanted
     * @return how to look whether it is ready
     */
    Probe on(DeployedApp app);
}
