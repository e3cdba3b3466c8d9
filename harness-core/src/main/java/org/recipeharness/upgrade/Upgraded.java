package org.recipeharness.upgrade;

import java.time.Duration;
import java.util.List;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.data.Seeded;
import org.recipeharness.deployment.Installed;

/**
 * The outcome of an upgrade that the swarm went through with, with its evidence.
 *
 * @param from what was deployed before
 * @param passedOver the newer releases that could not be deployed as a base, each with its reason
 * @param head the app after it, converged, compared with what was sent, ready
 * @param replaced the services that have new tasks; the others are the same in both versions
 * @param orphans the services that the head has no more, and that run on as a deploy does not prune
 * @param seeded the data that was there before
 * @param lost what of that data is not there any more, a line each
 * @param took how long the upgrade took, from the command to the last probe's answer
 */
public record Upgraded(
        Checkout from,
        List<String> passedOver,
        Installed head,
        List<String> replaced,
        List<String> orphans,
        Seeded seeded,
        List<String> lost,
        Duration took) {

    public Upgraded {
        passedOver = List.copyOf(passedOver);
        replaced = List.copyOf(replaced);
        orphans = List.copyOf(orphans);
        lost = List.copyOf(lost);
    }

    /**
     * Names what the app has come to.
     *
     * @return the head under test
     */
    public Checkout to() {
        return head.app().checkout();
    }
}
