package org.recipeharness.promotion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recipeharness.canonical.GoodVersion;
import org.recipeharness.canonical.Reconciliation;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.deployment.Rendered;
import org.recipeharness.deployment.Stage;

/** Brings a canonical back to its last good version, with its data as it was, after a promotion that failed. */
final class BringBack {

    private final WarmSite site;
    private final Stage stage;
    private final WarmDeploy deploy;
    private final Reconciliation reconciliation;
    private final EvidenceKeeper evidence;

    BringBack(WarmSite site, Stage stage, WarmDeploy deploy, Reconciliation reconciliation, EvidenceKeeper evidence) {
        this.site = site;
        this.stage = stage;
        this.deploy = deploy;
        this.reconciliation = reconciliation;
        this.evidence = evidence;
    }

    /** Gives the failure with what became of the canonical; one on the way back stands behind the reason, never in its place. */
    PromotionFailedException after(
            RuntimeException reason,
            Checkout head,
            Journal journal,
            Optional<Rendered> former,
            Optional<GoodVersion> before,
            List<String> told)
            throws InterruptedException {
        var aftermath = new ArrayList<>(told);
        try {
            evidence.keepAsItIs();
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
        try {
            stage.clear();
            if (journal.isTouched()) {
                restore(journal, before);
            }
            journal.end();
            aftermath.add(journal.isTouched() ? shown(reason, former, before) : "Nothing of the canonical was touched");
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
            aftermath.add("What was before it is NOT back: " + e.getMessage() + "\nThe next promotion begins with that"
                    + journal.snapshot()
                            .map(snapshot -> ", from the snapshot "
                                    + site.registry().snapshots(head.recipe()).resolve(snapshot))
                            .orElse(""));
        }
        return new PromotionFailedException("Promoting " + head + " at " + site.place(), reason, aftermath);
    }

    private void restore(Journal journal, Optional<GoodVersion> before) throws InterruptedException {
        if (before.isEmpty()) {
            site.place().empty();
        } else {
            reconciliation.bringBack(before.get(), journal.snapshot());
        }
    }

    /** Deploys the version before once more, since only that shows that it is back. */
    private String shown(RuntimeException reason, Optional<Rendered> former, Optional<GoodVersion> before)
            throws InterruptedException {
        if (former.isEmpty() || before.isEmpty()) {
            return "There was no canonical before, and there is none now: what this promotion has made is removed";
        }
        String version = "The canonical is " + before.get().ref() + " as before, with its data";
        try {
            deploy.requireData(deploy.answering(former.get()), before.get());
            return version + ": it has answered at " + site.place() + ", carries its marker, and is idle again";
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
            return version + " from the snapshot; but it did not show that, when it was deployed once more: "
                    + e.getMessage();
        } finally {
            stage.clear();
        }
    }
}
