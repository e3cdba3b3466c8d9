package org.recipeharness.deployment;

import org.recipeharness.app.PrePull;
import org.recipeharness.app.PulledImages;
import org.recipeharness.settings.Settings;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.swarm.Swarm;

/** Pulls what a deploy will need, as far as {@code harness.pull} says. */
final class Pulling {

    private final Settings settings;
    private final Swarm swarm;
    private PrePull.Result latest = PrePull.Result.none();

    Pulling(Settings settings, Swarm swarm) {
        this.settings = settings;
        this.swarm = swarm;
    }

    /** Pulls the images of a stack that is about to be deployed; each may take as long as a deploy. */
    PrePull.Result before(RenderedStack stack) throws InterruptedException {
        var prePull = new PrePull(swarm, PulledImages.on(swarm), settings.deployLimit(stack.timeout()));
        latest = switch (settings.pull()) {
            case ALWAYS -> prePull.all(stack);
            case MISSING -> prePull.missing(stack);
            case NEVER -> PrePull.Result.none();
        };
        return latest;
    }

    /** What came of it before the latest deploy. */
    PrePull.Result latest() {
        return latest;
    }
}
