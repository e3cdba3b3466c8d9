package org.recipeharness.run;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.recipeharness.deployment.Findings;
import org.recipeharness.deployment.Installed;
import org.recipeharness.deployment.NotApplicableException;
import org.recipeharness.deployment.Once;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.promotion.EvidenceKeeper;
import org.recipeharness.promotion.Promoted;
import org.recipeharness.restore.Drill;
import org.recipeharness.restore.Drilled;
import org.recipeharness.restore.Restored;
import org.recipeharness.restore.RestoredElsewhere;
import org.recipeharness.restore.Rollback;
import org.recipeharness.restore.Saved;
import org.recipeharness.upgrade.Base;
import org.recipeharness.upgrade.Reattached;
import org.recipeharness.upgrade.Upgraded;

/** Which operations a run has performed, so that each is performed once, and what follows from one that failed. */
final class Steps {

    private final Operations operations;
    private final BooleanSupplier kept;
    private final Once<Findings> look = new Once<>("the look at the recipe's files");
    private final Once<Installed> installation = new Once<>("install");
    private final Once<Saved> backup = new Once<>("the backup");
    private final Once<Restored> restore = new Once<>("the restore");
    private final Once<Reattached> reattachment = new Once<>("the deploy onto old volumes");
    private final Once<Promoted> promotion = new Once<>("the promotion");
    private final Once<Rollback> rollback = new Once<>("the drill " + Drill.ROLLBACK);
    private final Map<Base, Once<Upgraded>> upgrades = new HashMap<>();
    private final Map<Drill, Once<RestoredElsewhere>> drills = new EnumMap<>(Drill.class);
    private Once<Installed> replacement = replacement();

    /** Takes over; {@code kept} tells whether the app that is there must stay for somebody to look at. */
    Steps(Operations operations, BooleanSupplier kept) {
        this.operations = operations;
        this.kept = kept;
    }

    private static Once<Installed> replacement() {
        return new Once<>("install in the place of an app that a tier has failed with");
    }

    Findings look() throws InterruptedException {
        return look.get(operations::look);
    }

    Installed install() throws InterruptedException {
        return installation.get(operations::install);
    }

    Upgraded upgrade(Base base) throws InterruptedException {
        return upgrades.computeIfAbsent(base, each -> new Once<>("the upgrade from " + each))
                .get(() -> operations.upgrade(base));
    }

    Saved backup() throws InterruptedException {
        return backup.get(() -> operations.backup(current()));
    }

    Restored restore() throws InterruptedException {
        Saved saved = backup();
        return restore.get(() -> operations.restore(saved));
    }

    Drilled drill(Drill drill) throws InterruptedException {
        return drill == Drill.ROLLBACK ? rollback() : restoreElsewhere(drill);
    }

    private Rollback rollback() throws InterruptedException {
        return rollback.get(() -> {
            requireThatNothingIsKept();
            return operations.rollback();
        });
    }

    private RestoredElsewhere restoreElsewhere(Drill drill) throws InterruptedException {
        Saved saved = backup();
        return drills.computeIfAbsent(drill, each -> new Once<>("the drill " + each))
                .get(() -> {
                    requireThatItCameBackInPlace();
                    requireThatNothingIsKept();
                    return operations.restoreElsewhere(
                            drill, drill == Drill.PREVIOUS ? operations.backupBefore() : saved);
                });
    }

    Reattached reattach(Base base) throws InterruptedException {
        return reattachment.get(() -> {
            requireThatNothingIsKept();
            return operations.reattach(base);
        });
    }

    Promoted promote(List<String> shortOfGreen, EvidenceKeeper evidence) throws InterruptedException {
        return promotion.get(() -> {
            requireThatNothingIsKept();
            return operations.promote(shortOfGreen, evidence);
        });
    }

    /** The head as the tiers before have left it, or a new one where they have not. */
    Installed current() throws InterruptedException {
        if (operations.head().isPresent()) {
            return operations.head().get();
        }
        if (!installation.hasSucceeded()) {
            return install();
        }
        requireThatNothingIsKept();
        // A tier that failed is its own matter: what comes behind it gets an app that has nothing to do with it.
        if (replacement.hasSucceeded()) {
            replacement = replacement();
        }
        return replacement.get(operations::install);
    }

    private void requireThatItCameBackInPlace() {
        if (restore.wasTried()
                && !restore.result().map(restored -> restored.lost().isEmpty()).orElse(false)) {
            throw new NotApplicableException("the restore in place has not brought the data back, which is told"
                    + " there; elsewhere there is nothing more to be learnt of this snapshot");
        }
    }

    private void requireThatNothingIsKept() {
        if (kept.getAsBoolean()) {
            throw new UnverifiedException("a test failed before, and its app is kept for you to look"
                    + " at (harness.keep), so there is none for this test");
        }
    }
}
