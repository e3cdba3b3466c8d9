package org.recipeharness.junit;

import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.recipeharness.tier.Drilled;
import org.recipeharness.tier.Tier;

/**
 * The drill tier: what was seeded is back from a snapshot elsewhere than where that was made, as it is needed on the day after a loss.
 * To be extended by a nested class; its own tests see the app after the last drill.
 *
 * <p>The snapshot of the backup tier is restored onto a new deployment of the same version ({@code new}); with
 * {@code -Dharness.drills=new,previous}, one of the release before onto a new deployment of the head as well. Not applicable where the
 * restore in place has been red: there is nothing more to be learnt of that snapshot.
 */
@OfTier(Tier.DRILL)
public abstract class DrillTier {

    @TestTemplate
    @ExtendWith(DrillInvocations.class)
    void bringsBackWhatWasSeededElsewhere(Drilled drilled, TestReporter reporter) {
        RestoreEvidence.require(drilled.restored(), reporter);
        ReadinessEvidence.require(drilled.restored().app(), reporter);
    }
}
