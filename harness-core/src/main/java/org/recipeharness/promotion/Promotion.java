package org.recipeharness.promotion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recipeharness.canonical.Canonical;
import org.recipeharness.canonical.GoodVersion;
import org.recipeharness.canonical.KeptVolumes;
import org.recipeharness.canonical.Reconciled;
import org.recipeharness.canonical.Reconciliation;
import org.recipeharness.canonical.Registry;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.deployment.AppRendering;
import org.recipeharness.deployment.Installed;
import org.recipeharness.deployment.Rendered;
import org.recipeharness.deployment.RunId;
import org.recipeharness.deployment.RunSources;
import org.recipeharness.deployment.Stage;
import org.recipeharness.recipe.RecipeVersion;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a recipe's canonical to the head, onto its volumes and at its warm domain; or back to where it was. */
final class Promotion {

    private static final Logger LOG = LoggerFactory.getLogger(Promotion.class);

    private final WarmSite site;
    private final RunId run;
    private final Swarm swarm;
    private final RunSources sources;
    private final Stage stage;
    private final AppRendering rendering;
    private final WarmDeploy deploy;
    private final StepWatch watch;
    private final EvidenceKeeper evidence;

    Promotion(
            WarmSite site,
            RunId run,
            Swarm swarm,
            RunSources sources,
            Stage stage,
            AppRendering rendering,
            WarmDeploy deploy,
            StepWatch watch,
            EvidenceKeeper evidence) {
        this.site = site;
        this.run = run;
        this.swarm = swarm;
        this.sources = sources;
        this.stage = stage;
        this.rendering = rendering.at(site.berth());
        this.deploy = deploy;
        this.watch = watch;
        this.evidence = evidence;
    }

    /** Promotes the head, while no other run has to do with the recipe's canonical. */
    Promoted perform() throws InterruptedException {
        Checkout head = sources.head();
        WarmDeploy.requireRoute(rendering.fresh(head));
        return site.held(() -> {
            Instant start = Instant.now();
            at(PromotionStep.RECONCILE);
            Reconciled found = reconciliation(head).reconcile(site.isRebuilt());
            Optional<GoodVersion> before = found.canonical().map(Canonical::current);
            if (before.filter(current -> current.commit().equals(head.commit())).isPresent()) {
                return promoted(Promoted.Kind.UNCHANGED, before, Optional.empty(), found.told(), start);
            }
            before.ifPresent(current -> requireNewer(head, current));
            return advance(head, found, before, start);
        });
    }

    private Promoted advance(Checkout head, Reconciled found, Optional<GoodVersion> before, Instant start)
            throws InterruptedException {
        Optional<Rendered> former =
                before.isPresent() ? Optional.of(rendering.fresh(sources.canonical(before.get()))) : Optional.empty();
        before.ifPresent(site::requireKeyOf);
        Rendered next = former.isPresent() ? rendering.reattached(former.get(), head) : rendering.fresh(head);
        stage.clear();
        Registry registry = site.registry();
        at(PromotionStep.BEGIN);
        var journal = new Journal(registry, head, run, before);
        var told = new ArrayList<>(found.told());
        Installed installed;
        try {
            save(journal, before, head);
            at(PromotionStep.DEPLOY);
            site.place().requireOurs();
            journal.touched();
            installed = deploy.answering(next);
            at(PromotionStep.LOOK_FOR_DATA);
            GoodVersion good = new Goodness(site, deploy, run).of(installed, next, before, told);
            deploy.requireSound(installed);
            at(PromotionStep.RECORD);
            registry.write(found.canonical()
                    .map(canonical -> canonical.advancedTo(good, journal.snapshot()))
                    .orElseGet(() -> Canonical.first(site.place().recipe(), good))
                    .keeping(site.snapshotsKept()));
        } catch (RuntimeException e) {
            if (isRecorded(registry)) {
                // Only whether the record outlasts a loss of power is not known: the next promotion finds what is true.
                throw e;
            }
            at(PromotionStep.BRING_BACK);
            throw new BringBack(site, stage, deploy, reconciliation(head), evidence)
                    .after(e, head, journal, former, before, told);
        }
        at(PromotionStep.MAKE_IDLE);
        stage.clear();
        requireIdle(installed);
        at(PromotionStep.END);
        journal.end();
        registry.read(site.place().recipe()).ifPresent(registry::prune);
        return promoted(
                before.isPresent() ? Promoted.Kind.ADVANCED : Promoted.Kind.FIRST,
                before,
                Optional.of(installed),
                told,
                start);
    }

    private boolean isRecorded(Registry registry) {
        return registry.read(site.place().recipe())
                .filter(canonical -> canonical.current().run().equals(run.text()))
                .isPresent();
    }

    private void save(Journal journal, Optional<GoodVersion> before, Checkout head) throws InterruptedException {
        if (before.isPresent()) {
            at(PromotionStep.SAVE);
            GoodVersion current = before.get();
            var snapshot = new KeptVolumes(swarm, labels(head), site.image(current))
                    .save(
                            site.place().stack(),
                            current.volumes(),
                            site.registry().snapshots(site.place().recipe()));
            at(PromotionStep.NOTE_SNAPSHOT);
            journal.saved(snapshot);
        }
    }

    private void requireNewer(Checkout head, GoodVersion current) {
        Optional<RecipeVersion> there = RecipeVersion.parse(current.ref());
        Optional<RecipeVersion> here = head.version();
        if (there.isPresent() && here.isPresent() && here.get().compareTo(there.get()) < 0) {
            throw new PromotionFailedException(
                    "Promoting " + head,
                    "the canonical is at " + current.ref() + " already, which is newer, so this would be a downgrade of"
                            + " its data. Is a release withdrawn? Then begin anew: -Dharness.canonical-rebuild="
                            + head.recipe());
        }
    }

    private void requireIdle(Installed installed) {
        List<String> missing = new ArrayList<>();
        List<String> there = site.place().volumes();
        installed.app().stack().services().stream()
                .flatMap(service -> service.volumes().stream())
                .map(mount -> mount.volume())
                .forEach(key -> installed.app().stack().volumes().stream()
                        .filter(volume -> volume.key().equals(key) && !there.contains(volume.name()))
                        .forEach(volume -> missing.add(volume.name())));
        if (!missing.isEmpty() || !site.place().running().isNothing()) {
            throw new SwarmException("Looking at " + site.place() + " after its promotion: expected it idle with its"
                    + " volumes, found " + site.place().running() + "; missing volumes: " + missing);
        }
    }

    private Reconciliation reconciliation(Checkout head) {
        return new Reconciliation(site.registry(), swarm, site.place(), labels(head), site::image);
    }

    private RunLabels labels(Checkout head) {
        return RunLabels.of(run.text(), head).ofCanonical();
    }

    private Promoted promoted(
            Promoted.Kind kind,
            Optional<GoodVersion> before,
            Optional<Installed> installed,
            List<String> told,
            Instant start)
            throws InterruptedException {
        return new Promoted(
                kind,
                sources.head(),
                before.map(GoodVersion::ref),
                site.place().domain(),
                installed,
                told,
                Duration.between(start, Instant.now()));
    }

    private void at(PromotionStep step) {
        LOG.info("Promoting to {}: {}", site.place(), step);
        watch.reached(step);
    }
}
