package org.recipeharness.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recipeharness.app.Preflight;
import org.recipeharness.backup.BroughtBack;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.CheckoutException;
import org.recipeharness.checkout.Containment;
import org.recipeharness.checkout.Release;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.deployment.AppRendering;
import org.recipeharness.deployment.FilesLook;
import org.recipeharness.deployment.Findings;
import org.recipeharness.deployment.HeadNames;
import org.recipeharness.deployment.Installed;
import org.recipeharness.deployment.NotApplicableException;
import org.recipeharness.deployment.Rendered;
import org.recipeharness.deployment.RunId;
import org.recipeharness.deployment.RunPlan;
import org.recipeharness.deployment.RunSources;
import org.recipeharness.deployment.Stage;
import org.recipeharness.deployment.Tier;
import org.recipeharness.deployment.TrustCheck;
import org.recipeharness.promotion.EvidenceKeeper;
import org.recipeharness.promotion.PromoteWork;
import org.recipeharness.promotion.Promoted;
import org.recipeharness.report.model.DataCoverage;
import org.recipeharness.restore.BackupWork;
import org.recipeharness.restore.DataLedger;
import org.recipeharness.restore.Drill;
import org.recipeharness.restore.Restored;
import org.recipeharness.restore.RestoredElsewhere;
import org.recipeharness.restore.Rollback;
import org.recipeharness.restore.RollbackDrill;
import org.recipeharness.restore.Saved;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.upgrade.Base;
import org.recipeharness.upgrade.BaseDeploy;
import org.recipeharness.upgrade.Bases;
import org.recipeharness.upgrade.Reattached;
import org.recipeharness.upgrade.Reattachment;
import org.recipeharness.upgrade.Upgrade;
import org.recipeharness.upgrade.Upgraded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run can do with its recipe; how often each is done is for the run to decide. */
public final class Operations {

    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

    private final RunPlan plan;
    private final RunId run;
    private final Settings settings;
    private final Swarm swarm;
    private final RunSources sources;
    private final Stage stage;
    private final BackupWork backups;
    private final PromoteWork promotions;
    private final DataLedger data = new DataLedger();
    private Optional<AppRendering> rendering = Optional.empty();
    private Optional<Installed> head = Optional.empty();
    private Findings findings = Findings.none();

    Operations(
            RunPlan plan,
            RunId run,
            Settings settings,
            Swarm swarm,
            RunSources sources,
            Stage stage,
            BackupWork backups,
            PromoteWork promotions) {
        this.backups = backups;
        this.promotions = promotions;
        this.plan = plan;
        this.run = run;
        this.settings = settings;
        this.swarm = swarm;
        this.sources = sources;
        this.stage = stage;
    }

    /** Looks at the head's files; no swarm is asked, and no node is held for it. */
    Findings look() throws InterruptedException {
        LOG.info("Run {}: looking at the files of {}", run, plan.recipe());
        findings = new FilesLook(sources, withoutSwarm().edited()).atHead();
        return findings;
    }

    /** Checks the head out. */
    Checkout checkout() throws InterruptedException {
        return sources.head();
    }

    /** Deploys the head as a new app. */
    Installed install() throws InterruptedException {
        AppRendering renderer = renderer();
        LOG.info("Run {}: installing {}", run, plan.recipe());
        head = Optional.empty();
        findings = new FilesLook(sources, renderer.edited()).atHead();
        Installed installed = stage.fresh(renderer.fresh(sources.head()));
        head = Optional.of(installed);
        return installed;
    }

    /** Deploys a base as a new app, and the head over it. */
    Upgraded upgrade(Base base) throws InterruptedException {
        AppRendering renderer = renderer();
        LOG.info("Run {}: upgrading {} from {}", run, plan.recipe(), base);
        BaseDeploy.Deployed former = former(base);
        findings = new FilesLook(sources, renderer.edited()).comingFrom(former.from());
        Upgraded upgraded = new Upgrade(renderer, stage, plan.databases()).perform(former, sources.head());
        head = Optional.of(upgraded.head());
        data.noteSeeded(upgraded.from().ref(), upgraded.seeded());
        data.noteWritten(upgraded.head().app());
        return upgraded;
    }

    /** Backs the head up that is deployed now. */
    Saved backup(Installed installed) throws InterruptedException {
        LOG.info("Run {}: backing up {}", run, installed.app());
        Saved saved;
        try {
            saved = backups.save(installed);
        } catch (NotApplicableException e) {
            data.noteNoBackup(e);
            throw e;
        }
        data.noteSaved(saved.seeded(), saved.gaps());
        data.noteWritten(installed.app());
        return saved;
    }

    /** Restores a backup in place; an app that it does not come back to is nothing that others could be told by. */
    Restored restore(Saved saved) throws InterruptedException {
        LOG.info("Run {}: restoring {}", run, saved.app().app());
        head = Optional.empty();
        BroughtBack done = backups.restore(saved);
        Restored restored = backups.look(stage.again(saved.app().app()), saved, done);
        data.noteRestored(restored.lost());
        head = restored.lost().isEmpty() ? Optional.of(restored.app()) : Optional.empty();
        return restored;
    }

    /** Restores a backup onto an app that is new. */
    RestoredElsewhere restoreElsewhere(Drill drill, Saved from) throws InterruptedException {
        LOG.info("Run {}: the drill '{}' with {}", run, drill, plan.recipe());
        Installed onto = install();
        head = Optional.empty();
        BroughtBack done = backups.bring(onto, from);
        Restored restored = backups.look(stage.again(onto.app()), from, done);
        head = restored.lost().isEmpty() ? Optional.of(restored.app()) : Optional.empty();
        return new RestoredElsewhere(drill, restored);
    }

    /** Backs the release before up, as a new app. */
    Saved backupBefore() throws InterruptedException {
        return backups.save(former(new Base.Nearest()).installed());
    }

    /** Upgrades the release before, deployed as a new app, to the head, and goes back to it. */
    Rollback rollback() throws InterruptedException {
        // Where a recipe declares that nobody upgrades to it, nobody has to come back from there.
        plan.applicability().require(Tier.UPGRADE);
        LOG.info("Run {}: the drill '{}' with {}", run, Drill.ROLLBACK, plan.recipe());
        AppRendering renderer = renderer();
        BaseDeploy.Deployed former = former(Base.one(settings.text(Setting.FROM)));
        findings = new FilesLook(sources, renderer.edited()).comingFrom(former.from());
        return new RollbackDrill(renderer, stage, backups, plan.databases()).perform(former, sources.head());
    }

    /** Deploys a base as a new app, removes it without its volumes, and deploys the head onto these. */
    Reattached reattach(Base base) throws InterruptedException {
        AppRendering renderer = renderer();
        LOG.info("Run {}: deploying {} onto the volumes of {}", run, plan.recipe(), base);
        BaseDeploy.Deployed former = former(base);
        findings = new FilesLook(sources, renderer.edited()).comingFrom(former.from());
        Reattached reattached = new Reattachment(renderer, stage, plan).perform(former, sources.head());
        head = Optional.of(reattached.head());
        data.noteSeeded(reattached.from().ref(), reattached.seeded());
        data.noteWritten(reattached.head().app());
        return reattached;
    }

    /** Makes the head the recipe's canonical, or rehearses that; no app is left then. */
    Promoted promote(List<String> shortOfGreen, EvidenceKeeper evidence) throws InterruptedException {
        AppRendering renderer = renderer();
        LOG.info("Run {}: promoting {}", run, plan.recipe());
        head = Optional.empty();
        findings = new FilesLook(sources, renderer.edited()).atHead();
        return promotions.perform(shortOfGreen, renderer, evidence);
    }

    private BaseDeploy.Deployed former(Base base) throws InterruptedException {
        if (base instanceof Base.Aged aged) {
            head = Optional.empty();
            return promotions.aged(aged, renderer());
        }
        List<Release> candidates = new Bases(sources).candidates(base);
        head = Optional.empty();
        return new BaseDeploy(sources, renderer(), stage).first(candidates);
    }

    List<Base> allBases() throws InterruptedException {
        return new Bases(sources).all();
    }

    /** Requires that the head contains what an assertion is about. */
    Containment containing(String change) throws InterruptedException {
        Containment containment = sources.containment(change);
        if (!containment.contained()) {
            throw new NotApplicableException("it asserts what " + change + " changes, and " + containment);
        }
        return containment;
    }

    /** The names of the head's services and probes; empty if it cannot be rendered. */
    Optional<HeadNames> headNames() throws InterruptedException {
        try {
            AppRendering names = withoutSwarm();
            Rendered installed = names.fresh(sources.head());
            var apps = new ArrayList<>(List.of(installed.plan()));
            if (!plan.drift().upgradeSettings().isEmpty()) {
                apps.add(names.over(installed, sources.head()).plan());
            }
            return Optional.of(new HeadNames(plan, apps, swarm));
        } catch (CheckoutException | ComposeException | IllegalArgumentException e) {
            LOG.info("The names in {} are not checked before the deploy: {}", plan.recipe(), e.getMessage());
            return Optional.empty();
        }
    }

    /** How a stack is adapted to the nodes' kernels changes no name and no file, so no swarm is asked. */
    private AppRendering withoutSwarm() {
        return new AppRendering(plan, run, settings, true);
    }

    /** The head as it is deployed now; empty before the first operation and after one that failed. */
    Optional<Installed> head() {
        return head;
    }

    /** What the latest look at the recipe's files has found. */
    Findings findings() {
        return findings;
    }

    /** Return how much of the app's data was checked so far. */
    DataCoverage coverage() {
        return data.coverage();
    }

    private AppRendering renderer() throws InterruptedException {
        if (rendering.isEmpty()) {
            plan.drift()
                    .lines()
                    .forEach(line -> LOG.info("Differs from the recipe, as the test asks for it: {}", line));
            boolean ipvs = new Preflight(swarm).requireManager().ipvs();
            var renderer = new AppRendering(plan, run, settings, ipvs);
            new TrustCheck(sources, settings, renderer.edited()).require();
            stage.enter();
            rendering = Optional.of(renderer);
        }
        return rendering.get();
    }
}
