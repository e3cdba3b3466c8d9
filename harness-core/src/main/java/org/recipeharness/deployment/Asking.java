package org.recipeharness.deployment;

import java.util.List;
import org.recipeharness.app.DeployedApp;

/** What an app must answer before it counts as ready, where it is. */
@FunctionalInterface
public interface Asking {

    /** Gives what this app is asked. */
    List<ReadinessCheck> of(DeployedApp app);
}
