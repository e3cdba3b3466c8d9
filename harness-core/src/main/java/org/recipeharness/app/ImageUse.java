package org.recipeharness.app;

import java.time.Duration;
import org.recipeharness.swarm.PullOutcome;

/**
 * What came of one image before its deploy.
 *
 * @param image its name, as rendered
 * @param outcome what came of pulling it
 * @param took how long that took
 */
public record ImageUse(String image, PullOutcome outcome, Duration took) {

    @Override
    public String toString() {
        return image + ": " + outcome + " (" + took.toMillis() + " ms)";
    }
}
