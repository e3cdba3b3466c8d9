package org.recipeharness.junit;

import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.recipeharness.deployment.Tier;
import org.recipeharness.restore.Restored;

/**
 * The restore tier: what was seeded, saved and then taken away is back after the snapshot was restored in place, and the app is
 * ready again. To be extended by a nested class; its own tests see the app after the restore.
 */
@OfTier(Tier.RESTORE)
@TestMethodOrder(OrderAnnotation.class)
public abstract class RestoreTier {

    @Test
    @Order(1)
    void bringsBackWhatWasSeeded(Restored restored, TestReporter reporter) {
        RestoreEvidence.require(restored, reporter);
    }

    @Test
    @Order(2)
    void isReadyAgain(Restored restored, TestReporter reporter) {
        ReadinessEvidence.require(restored.app(), reporter);
    }
}
