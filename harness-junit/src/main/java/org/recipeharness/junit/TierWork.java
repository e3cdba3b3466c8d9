package org.recipeharness.junit;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.deployment.Findings;
import org.recipeharness.deployment.Installed;
import org.recipeharness.deployment.Tier;
import org.recipeharness.lint.Finding;
import org.recipeharness.promotion.Promoted;
import org.recipeharness.restore.Drilled;
import org.recipeharness.restore.Restored;
import org.recipeharness.restore.Saved;
import org.recipeharness.run.RecipeRun;
import org.recipeharness.upgrade.Reattached;
import org.recipeharness.upgrade.Upgraded;

/** What must have been done before a test of a tier, and what that leaves the test with; done once, and given from then on. */
final class TierWork {

    private final ExtensionContext context;
    private final RecipeRun run;

    TierWork(ExtensionContext context) {
        this.context = context;
        this.run = RunStore.run(context);
    }

    /**
     * Performs what the test needs: for the look at the recipe's files, which needs no app, the look; for the tier's own check of a
     * drill, which may leave none, the drill; the app for all others.
     */
    void prepare() throws InterruptedException {
        if (isLook()) {
            run.look();
        } else if (tier(context).filter(Tier.PROMOTE::equals).isPresent()) {
            promote();
        } else if (DrillInvocations.invoked(context).isPresent()) {
            drill();
        } else {
            app();
        }
    }

    /** Performs what the tier of the test needs; behind these, tests take the app as they left it. */
    Installed app() throws InterruptedException {
        Optional<Tier> tier = tier(context);
        if (tier.isEmpty()) {
            return run.current();
        }
        return switch (tier.get()) {
            case LOOK ->
                throw new ParameterResolutionException(
                        "A test of the look tier has no app, as nothing is deployed for it."
                                + " It may take Findings and a Checkout; a test of an app belongs to another tier, such as custom");
            case INSTALL -> run.install();
            case UPGRADE -> upgrade().head();
            case BACKUP -> backup().app();
            case RESTORE -> restore().app();
            case CUSTOM -> run.current();
            case DRILL -> drill().app();
            case REATTACH -> reattach().head();
            case PROMOTE ->
                promote()
                        .head()
                        .orElseThrow(() -> new IllegalStateException("Looking for the app of the promote tier: the"
                                + " head was the canonical already, and is idle. Take a Promoted"));
        };
    }

    /** Makes the head the recipe's canonical, or rehearses that. */
    Promoted promote() throws InterruptedException {
        return run.promote(ColdRun.of(context).shortOfGreen(run));
    }

    /** Backs the app up as it is there behind install and upgrade. */
    Saved backup() throws InterruptedException {
        return run.backup();
    }

    /** Restores that backup in place. */
    Restored restore() throws InterruptedException {
        return run.restore();
    }

    /** Goes through a drill: that of the test's invocation, or the last one. */
    Drilled drill() throws InterruptedException {
        return run.drill(DrillInvocations.of(context, run));
    }

    /** Deploys the head onto the volumes of an older release, the last one of those that upgrades come from. */
    Reattached reattach() throws InterruptedException {
        return run.reattach(BaseInvocations.of(context, run));
    }

    /** Upgrades from the base of the test's invocation, or from the last one. */
    Upgraded upgrade() throws InterruptedException {
        return run.upgrade(BaseInvocations.of(context, run));
    }

    /** Gives what was found in the recipe's files before they were deployed. */
    Findings findings() throws InterruptedException {
        prepare();
        return run.findings();
    }

    /** Gives the head's files; for a test of an app, behind its deploy. */
    Checkout checkout() throws InterruptedException {
        return isLook() ? run.checkout() : app().app().checkout();
    }

    private boolean isLook() {
        return tier(context).filter(Tier.LOOK::equals).isPresent();
    }

    /** Finds what the recipe's files show that may be the reason of a failure in the test's tier. */
    static Optional<FoundInFiles> explanation(ExtensionContext context, RecipeRun run, Throwable failure) {
        List<Finding> explaining = tier(context).map(run.findings()::explaining).orElse(List.of());
        return explaining.isEmpty() || !FoundInFiles.canExplain(failure)
                ? Optional.empty()
                : Optional.of(new FoundInFiles(explaining));
    }

    /** Finds the tier that a test asserts; empty for one outside of all tiers. */
    static Optional<Tier> tier(ExtensionContext context) {
        for (Class<?> each = context.getRequiredTestClass(); each != null; each = each.getEnclosingClass()) {
            Optional<OfTier> asserted = AnnotationSupport.findAnnotation(each, OfTier.class);
            if (asserted.isPresent()) {
                return asserted.map(OfTier::value);
            }
        }
        return Optional.empty();
    }
}
