package org.recipeharness.junit;

import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.recipeharness.deployment.Tier;
import org.recipeharness.upgrade.Reattached;

/**
 * The reattach tier: the head comes up on the volumes that an older release has left behind, and what was in them is still there. To
 * be extended by a nested class; its own tests see the app after that.
 *
 * <p>It differs from an upgrade in that nothing but the volumes is there: an idle app is brought back, or one whose node was lost. Its
 * secrets are those that it had, or new ones where {@link RecipeDeployment#reattachSecrets()} says so.
 */
@OfTier(Tier.REATTACH)
@TestMethodOrder(OrderAnnotation.class)
public abstract class ReattachTier {

    @Test
    @Order(1)
    void comesUpOnTheVolumesOfAnOlderRelease(Reattached reattached, TestReporter reporter) {
        reporter.publishEntry("from", reattached.from().toString());
        reattached.passedOver().forEach(reason -> reporter.publishEntry("passed over", reason));
        reporter.publishEntry("took", reattached.took().toMillis() + " ms");
        ReadinessEvidence.require(reattached.head(), reporter);
    }

    @Test
    @Order(2)
    void keepsTheDataThatWasThereBefore(Reattached reattached, TestReporter reporter) {
        SeedEvidence.require(
                reattached.seeded(),
                reattached.lost(),
                reattached.from(),
                reattached.head().app().checkout(),
                reporter);
    }
}
