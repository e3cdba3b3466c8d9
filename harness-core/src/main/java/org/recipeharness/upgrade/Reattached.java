package org.recipeharness.upgrade;

import java.time.Duration;
import java.util.List;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.data.Seeded;
import org.recipeharness.deployment.Installed;

/**
 * The outcome of a head that was deployed onto the volumes of an older release, with its evidence.
 *
 * @param from what had made the volumes
 * @param passedOver the newer releases that could not be deployed before, each with its reason
 * @param head the app after it, converged, compared with what was sent, ready
 * @param seeded the data that was there before
 * @param lost what of that data is not there any more, a line each
 * @param took how long it took, from the removal of the older release to the last probe's answer
 */
public record Reattached(
        Checkout from, List<String> passedOver, Installed head, Seeded seeded, List<String> lost, Duration took) {

    public Reattached {
        passedOver = List.copyOf(passedOver);
        lost = List.copyOf(lost);
    }
}
