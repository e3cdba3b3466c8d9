package org.recipeharness.restore;

import org.recipeharness.deployment.Installed;
import org.recipeharness.deployment.UnverifiedException;

/** The outcome of a drill. */
public sealed interface Drilled permits RestoredElsewhere, Rollback {

    /**
     * Names the drill.
     *
     * @return which one
     */
    Drill drill();

    /**
     * Gives the app as the drill leaves it.
     *
     * @return the app, ready
     * @throws UnverifiedException where the drill leaves none
     */
    Installed app();
}
