package org.recipeharness.junit;

import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.recipeharness.deployment.Tier;
import org.recipeharness.promotion.Promoted;

/**
 * The promote tier: the head becomes the recipe's canonical, its last good version, kept idle with its volumes. To be extended by a
 * nested class; its own tests take {@link Promoted}, as the app is idle again by then.
 *
 * <p>It is performed behind all other tiers of the class, and only where these were fully green and the head is the latest release:
 * the head is deployed onto the canonical's volumes, asked over HTTPS at its warm domain as {@link RecipeDeployment#warm()} says,
 * looked into for the data that the canonical carries since its first promotion, recorded in the registry, and made idle. If that
 * fails, the version before is brought back, with its data.
 *
 * <p>With {@code -Dref=} and {@code -Dtier=promote} any head is taken through the same on copies of the canonical's volumes, at a
 * domain of the run's own: a rehearsal, which leaves nothing behind.
 */
@OfTier(Tier.PROMOTE)
@TestMethodOrder(OrderAnnotation.class)
public abstract class PromoteTier {

    @Test
    @Order(1)
    void answersAtItsWarmDomain(Promoted promoted, TestReporter reporter) {
        reporter.publishEntry("promotion", promoted.kind() + " at " + promoted.domain());
        promoted.from().ifPresent(before -> reporter.publishEntry("from", before));
        reporter.publishEntry("to", promoted.to().toString());
        promoted.told().forEach(line -> reporter.publishEntry("canonical", line));
        reporter.publishEntry("took", promoted.took().toMillis() + " ms");
        promoted.head().ifPresent(head -> ReadinessEvidence.require(head, reporter));
    }
}
