package org.recipeharness.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.recipeharness.app.TaskLosses;
import org.recipeharness.backup.BackupEngine;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.Containment;
import org.recipeharness.deployment.Findings;
import org.recipeharness.deployment.HeadNames;
import org.recipeharness.deployment.Installed;
import org.recipeharness.deployment.NotApplicableException;
import org.recipeharness.deployment.Once;
import org.recipeharness.deployment.RunId;
import org.recipeharness.deployment.RunPlan;
import org.recipeharness.deployment.RunSources;
import org.recipeharness.deployment.Stage;
import org.recipeharness.deployment.Tier;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.evidence.EvidenceFile;
import org.recipeharness.promotion.PromoteWork;
import org.recipeharness.promotion.Promoted;
import org.recipeharness.promotion.PromotionFailedException;
import org.recipeharness.readiness.BudgetUse;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.report.model.Failed;
import org.recipeharness.report.model.Note;
import org.recipeharness.report.model.RedTest;
import org.recipeharness.restore.BackupWork;
import org.recipeharness.restore.Drill;
import org.recipeharness.restore.Drilled;
import org.recipeharness.restore.EngineChoice;
import org.recipeharness.restore.Restored;
import org.recipeharness.restore.Saved;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.symptom.Symptom;
import org.recipeharness.upgrade.Base;
import org.recipeharness.upgrade.Reattached;
import org.recipeharness.upgrade.Upgraded;

/**
 * One run of one recipe: performs each operation at most once, and removes what it has deployed when it is closed - also when the
 * process is ended by Ctrl-C or SIGTERM.
 */
public final class RecipeRun implements AutoCloseable {

    private final RunId id = RunId.random();
    private final RunPlan plan;
    private final Settings settings;
    private final Swarm swarm;
    private final WorkDirectory directory;
    private final Stage stage;
    private final BackupEngine backups;
    private final Operations operations;
    private final Steps steps;
    private final RunEvidence evidence;
    private final ReentrantLock operation = new ReentrantLock();
    private final ShutdownGuard guard = new ShutdownGuard(operation, this::close);
    private volatile boolean failed;
    private volatile boolean closed;

    /**
     * Prepares a run; nothing is done yet.
     *
     * @param plan what is to be run
     * @param settings how
     * @param swarm where; it is closed with the run
     */
    public RecipeRun(RunPlan plan, Settings settings, Swarm swarm) {
        this.plan = plan;
        this.settings = settings;
        this.swarm = swarm;
        this.directory = new WorkDirectory(settings.work().resolve(id.text()));
        this.stage = new Stage(plan, id, settings, swarm);
        this.backups = EngineChoice.of(settings, swarm, directory.path().resolve("snapshots"));
        var sources = new RunSources(plan.recipe(), settings, directory.path());
        this.operations = new Operations(
                plan,
                id,
                settings,
                swarm,
                sources,
                stage,
                new BackupWork(swarm, backups, plan.databases()),
                new PromoteWork(plan, id, settings, swarm, sources, stage, directory.path()));
        this.steps = new Steps(operations, this::isKept);
        this.evidence = new RunEvidence(plan, id, Instant.now(), settings, swarm, sources, stage, operations);
    }

    /**
     * Looks at the head's files, on the first call, and compares them with those of the release before. Nothing is deployed, no node is
     * held, and no swarm is asked.
     *
     * @return what was found
     * @throws org.recipeharness.checkout.CheckoutException when the head can't be had
     * @throws UnverifiedException when an earlier call has failed
     * @throws InterruptedException when the thread is interrupted
     */
    public Findings look() throws InterruptedException {
        return guarded(steps::look);
    }

    /**
     * Checks the head out, on the first call. Nothing is deployed.
     *
     * @return its files
     * @throws org.recipeharness.checkout.CheckoutException when it can't be had
     * @throws InterruptedException when the thread is interrupted
     */
    public Checkout checkout() throws InterruptedException {
        return guarded(operations::checkout);
    }

    /**
     * Installs the head as a new app, on the first call.
     *
     * @return the app with the evidence of its install
     * @throws UnverifiedException when an earlier call has failed
     * @throws InterruptedException when the thread is interrupted
     */
    public Installed install() throws InterruptedException {
        return guarded(steps::install);
    }

    /**
     * Upgrades to the head in place, on the first call for a base.
     *
     * @param base what the app comes from
     * @return the app with the evidence of its upgrade
     * @throws NotApplicableException when there is no older release, or the plan declares that it does not apply
     * @throws UnverifiedException when the base is the head or can't be deployed, or an earlier call has failed
     * @throws InterruptedException when the thread is interrupted
     */
    public Upgraded upgrade(Base base) throws InterruptedException {
        return applicable(Tier.UPGRADE, () -> steps.upgrade(base));
    }

    /**
     * Gives the app as the tiers behind install and upgrade find it: the head as it was upgraded to, or a new one where it was not.
     *
     * @return the app with the evidence of its deploy
     * @throws UnverifiedException when its install has failed before, or an upgrade whose app is to be kept
     * @throws InterruptedException when the thread is interrupted
     */
    public Installed current() throws InterruptedException {
        return guarded(steps::current);
    }

    /**
     * Backs up the app that is there, on the first call, and opens the snapshot.
     *
     * @return what was saved, with the evidence that the seeded data is in it
     * @throws NotApplicableException when the deployed version's labels offer no backup, or the plan declares that it does not apply
     * @throws org.recipeharness.backup.BackupException when a hook fails, or the snapshot does not hold what it must
     * @throws UnverifiedException when an earlier call has failed, or nothing can be seeded
     * @throws InterruptedException when the thread is interrupted
     */
    public Saved backup() throws InterruptedException {
        return applicable(Tier.BACKUP, steps::backup);
    }

    /**
     * Restores the backup in place, on the first call: what was seeded is taken away before.
     *
     * @return what is back, and what is not
     * @throws NotApplicableException as for {@link #backup()}
     * @throws org.recipeharness.backup.BackupException when a hook fails, or a file can't be put back
     * @throws UnverifiedException when the backup or an earlier call has failed
     * @throws InterruptedException when the thread is interrupted
     */
    public Restored restore() throws InterruptedException {
        return applicable(Tier.RESTORE, steps::restore);
    }

    /**
     * Goes through a drill, on the first call for it.
     *
     * @param drill which one
     * @return what came of it
     * @throws NotApplicableException as for {@link #backup()}, but for a rollback; and where the restore in place has shown
     *     already that the data does not come back, or there is no older release
     * @throws org.recipeharness.backup.BackupException when a hook fails, or a file can't be put back
     * @throws UnverifiedException when an earlier call has failed, or its app is to be kept
     * @throws InterruptedException when the thread is interrupted
     */
    public Drilled drill(Drill drill) throws InterruptedException {
        return applicable(Tier.DRILL, () -> steps.drill(drill));
    }

    /**
     * Deploys an older release, removes it without its volumes and deploys the head onto these, on the first call.
     *
     * @param base the older release
     * @return the app with the evidence of its coming back
     * @throws NotApplicableException when there is no older release, or the plan declares that it does not apply
     * @throws UnverifiedException when the older release can't be deployed, or an earlier call has failed, or its app is to be kept
     * @throws InterruptedException when the thread is interrupted
     */
    public Reattached reattach(Base base) throws InterruptedException {
        return applicable(Tier.REATTACH, () -> steps.reattach(base));
    }

    /**
     * Makes the head the recipe's canonical, on the first call: deployed onto the canonical's volumes, asked at its warm domain,
     * recorded, and made idle again. With {@code -Dref=} and {@code -Dtier=promote} that is rehearsed, on copies.
     *
     * @param shortOfGreen what the cold run of the same test class lacks of a fully green one, a line each
     * @return what was done
     * @throws NotApplicableException when the head is not the latest release, nothing leads to it at its domain, or the plan declares
     *     that it does not apply
     * @throws PromotionFailedException when it failed; what became of the canonical stands behind the reason
     * @throws UnverifiedException when the cold run was not fully green, or an earlier call has failed
     * @throws InterruptedException when the thread is interrupted; the next promotion finds that out
     */
    public Promoted promote(List<String> shortOfGreen) throws InterruptedException {
        return applicable(Tier.PROMOTE, () -> steps.promote(shortOfGreen, evidence::keepAsItIs));
    }

    /**
     * Tells what upgrades come from: the setting {@code from}, or the newest older release that can deploy.
     *
     * @return one at least; the nearest one last
     * @throws NotApplicableException when there is no older release and all are asked for
     * @throws InterruptedException when the thread is interrupted
     */
    public List<Base> bases() throws InterruptedException {
        Optional<String> from = settings.text(Setting.FROM);
        if (from.isEmpty()) {
            return List.of(new Base.Nearest());
        }
        return from.get().equals(Base.ALL) ? guarded(operations::allBases) : Base.named(from.get());
    }

    /**
     * Tells what the drill tier goes through: the setting {@code harness.drills}, or a restore onto a new deployment.
     *
     * @return one at least
     */
    public List<Drill> drills() {
        return settings.text(Setting.DRILLS).map(Drill::named).orElse(List.of(Drill.NEW));
    }

    /**
     * Requires that the head under test contains what an assertion is about. Nothing is deployed for the answer.
     *
     * @param change a tag, a branch, a commit or {@code pull/<n>} of the recipe
     * @return what was found
     * @throws NotApplicableException when the head does not contain it
     * @throws org.recipeharness.checkout.CheckoutException when nothing is called so, which makes the assertion a stale one, or the
     *     recipe can't be had
     * @throws InterruptedException when the thread is interrupted
     */
    public Containment containing(String change) throws InterruptedException {
        return guarded(() -> operations.containing(change));
    }

    /**
     * Return the names that the head has for its services and probes. Nothing is deployed, and no node is held for it.
     *
     * @return the names; empty if the head cannot be checked out or rendered, which the first operation reports
     * @throws InterruptedException when the thread is interrupted
     */
    public Optional<HeadNames> headNames() throws InterruptedException {
        return guarded(operations::headNames);
    }

    private <T> T applicable(Tier tier, Once.Operation<T> work) throws InterruptedException {
        plan.applicability().require(tier);
        return guarded(work);
    }

    private <T> T guarded(Once.Operation<T> work) throws InterruptedException {
        operation.lockInterruptibly();
        try {
            guard.protect(Thread.currentThread());
            stage.requireHold();
            directory.create();
            return work.perform();
        } finally {
            guard.release();
            operation.unlock();
        }
    }

    /** Return what notices tasks that end unasked; empty as long as no app is installed. */
    public Optional<TaskLosses> losses() {
        return stage.losses();
    }

    /** Return what the latest look at the recipe's files has found; none before the first operation. */
    public Findings findings() {
        return operations.findings();
    }

    /** Notes that a test of this run failed, which decides what is kept. */
    public void noteFailure() {
        failed = true;
    }

    /** Determine if a test of this run has failed. */
    public boolean hasFailed() {
        return failed;
    }

    /**
     * Looks what the services of the app show that may be why a test failed: of their logs, only what they said since the app was
     * sent or, later, was ready.
     *
     * @return evidence and no verdict; empty where nothing known was said, or nothing is there
     * @throws SwarmException when the swarm does not answer
     * @throws InterruptedException when the thread is interrupted
     */
    public List<Symptom> symptoms() throws InterruptedException {
        return evidence.symptoms();
    }

    /**
     * Collects evidence on the app as it is now.
     *
     * @return what was found in the recipe's files; and, once something was sent to the swarm, what it says of it
     * @throws InterruptedException when the thread is interrupted
     */
    public List<EvidenceFile> evidence() throws InterruptedException {
        return evidence.files();
    }

    /**
     * Puts together what a page tells of a red test.
     *
     * @param failed what failed
     * @param tier the tier that it asserts, or empty
     * @param noted what the failure carries beside its message
     * @param waited the waits that the failure tells of
     * @param files what {@link #evidence} has given
     * @return all that is known, secrets not masked yet
     */
    public RedTest red(
            Failed failed, Optional<Tier> tier, List<Note> noted, List<BudgetUse> waited, List<EvidenceFile> files) {
        return evidence.red(failed, tier, noted, waited, files);
    }

    /** Return the name of the recipe that is run. */
    public RecipeName recipe() {
        return plan.recipe();
    }

    /** Return which version is tested and how that is repeated, as far as it is known. */
    public Tested tested() {
        return evidence.tested();
    }

    /** Return which images were sent, as {@link ImageIds#of} gives it; nothing before the run is closed. */
    public Map<String, String> images() {
        return evidence.images();
    }

    /** Return a text that is about to be kept or shown without the secrets of all that this run has sent. */
    public String mask(String text) {
        return stage.mask(text);
    }

    /**
     * Removes what was deployed, and looks until nothing is left of it; unless the settings say that it is to be kept.
     *
     * @throws SwarmException when something is left
     */
    @Override
    public void close() {
        // An interrupt ends what was going on, but not the clean-up behind it.
        boolean interrupted = Thread.interrupted();
        operation.lock();
        try {
            if (!closed) {
                closed = true;
                evidence.end();
                new RunEnd(id, stage, directory).end(swarm, backups, isKept());
            }
        } finally {
            operation.unlock();
            guard.dismiss();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean isKept() {
        // A canonical is idle when nobody promotes it.
        return stage.sent().filter(sent -> !sent.isCanonical()).isPresent()
                && settings.keep().applies(failed);
    }
}
