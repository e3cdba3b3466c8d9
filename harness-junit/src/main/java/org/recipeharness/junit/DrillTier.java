package org.recipeharness.junit;

import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.recipeharness.deployment.Tier;
import org.recipeharness.restore.Drilled;
import org.recipeharness.restore.RestoredElsewhere;
import org.recipeharness.restore.Rollback;

/**
 * The drill tier: what was seeded is back from a snapshot elsewhere than where that was made, as it is needed on the day after a loss;
 * or in the release before, as it is needed on the day after an upgrade. To be extended by a nested class; its own tests see the app
 * after the last drill.
 *
 * <p>The snapshot of the backup tier is restored onto a new deployment of the same version ({@code new}); with
 * {@code -Dharness.drills=new,previous}, one of the release before onto a new deployment of the head as well. Not applicable where the
 * restore in place has been red: there is nothing more to be learnt of that snapshot.
 *
 * <p>With {@code -Dharness.drills=rollback}, the release before is upgraded to the head and then gone back to: deployed over the head
 * or, where that fails, as a new app with the snapshot that was made before. Either is green, and it is reported which it was and how
 * long it took; red is only a head from which nobody can go back. Not applicable without an older release.
 */
@OfTier(Tier.DRILL)
public abstract class DrillTier {

    @TestTemplate
    @ExtendWith(DrillInvocations.class)
    void bringsBackWhatWasSeeded(Drilled drilled, TestReporter reporter) {
        if (drilled instanceof RestoredElsewhere elsewhere) {
            RestoreEvidence.require(elsewhere.restored(), reporter);
        } else if (drilled instanceof Rollback rollback) {
            RollbackEvidence.require(rollback, reporter);
        }
        ReadinessEvidence.require(drilled.app(), reporter);
    }
}
