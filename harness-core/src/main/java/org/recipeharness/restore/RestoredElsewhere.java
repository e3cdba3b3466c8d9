package org.recipeharness.restore;

import org.recipeharness.deployment.Installed;

/**
 * The outcome of a drill in which a snapshot was restored elsewhere than where it was made.
 *
 * @param drill which one
 * @param restored what came back of it; its app is the one that it was restored onto
 */
public record RestoredElsewhere(Drill drill, Restored restored) implements Drilled {

    @Override
    public Installed app() {
        return restored.app();
    }
}
