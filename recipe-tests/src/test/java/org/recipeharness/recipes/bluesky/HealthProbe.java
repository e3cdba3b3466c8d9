package org.recipeharness.recipes.bluesky;

import org.recipeharness.app.AppProbe;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.http.HttpProbe;
import org.recipeharness.readiness.Probe;

/** Looks whether the PDS says through its Caddy that it is well; whose certificate that has is for a test to judge. */
public final class HealthProbe implements AppProbe {

    @Override
    public Probe on(DeployedApp app) {
        return new HttpProbe("http", app.http(Pds.HEALTH).takingAnyCertificate());
    }
}
