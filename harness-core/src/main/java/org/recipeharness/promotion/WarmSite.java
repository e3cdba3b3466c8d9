package org.recipeharness.promotion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.app.AppSecret;
import org.recipeharness.canonical.CanonicalKey;
import org.recipeharness.canonical.GoodVersion;
import org.recipeharness.canonical.Registry;
import org.recipeharness.canonical.WarmDomain;
import org.recipeharness.canonical.WarmPlace;
import org.recipeharness.deployment.Berth;
import org.recipeharness.deployment.Once;
import org.recipeharness.deployment.RunId;
import org.recipeharness.deployment.RunPlan;
import org.recipeharness.deployment.SecretsChoice;
import org.recipeharness.files.FolderLock;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.stack.StackName;
import org.recipeharness.stack.StackSecret;
import org.recipeharness.swarm.PullOutcome;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a recipe's canonical is, in the registry and on the swarm, as one run sees it. */
final class WarmSite {

    private static final Logger LOG = LoggerFactory.getLogger(WarmSite.class);

    private final RunPlan plan;
    private final RunId run;
    private final Settings settings;
    private final Swarm swarm;
    private final Registry registry;
    private final WarmPlace place;
    private Optional<CanonicalKey> key = Optional.empty();

    WarmSite(RunPlan plan, RunId run, Settings settings, Swarm swarm) {
        this.plan = plan;
        this.run = run;
        this.settings = settings;
        this.swarm = swarm;
        this.registry = new Registry(settings.canonicals());
        this.place = new WarmPlace(
                swarm,
                plan.recipe(),
                WarmDomain.of(plan.recipe(), settings.zone(), settings.liveWarm()),
                settings.removeTimeout());
    }

    Registry registry() {
        return registry;
    }

    WarmPlace place() {
        return place;
    }

    /** Does something while no other run has to do with the recipe's canonical; waits until it may. */
    <T> T held(Once.Operation<T> work) throws InterruptedException {
        try (FolderLock hold = registry.hold(plan.recipe(), "run " + run, settings.canonicalWait())) {
            LOG.debug("Holding {}", hold.folder());
            return work.perform();
        } catch (IOException e) {
            throw new UncheckedIOException("Letting go of the canonical of " + plan.recipe(), e);
        }
    }

    /** Whether the canonical is to be begun anew. */
    boolean isRebuilt() {
        return settings.text(Setting.CANONICAL_REBUILD)
                .filter(plan.recipe().text()::equals)
                .isPresent();
    }

    /** How many snapshots of earlier canonicals stay. */
    int snapshotsKept() {
        return settings.canonicalsKept();
    }

    /** The canonical's own place. */
    Berth berth() {
        return berth(Optional.of(place.domain()), true);
    }

    /** A place of the run's own, which the canonical's networks would be called alike at. */
    Berth rehearsal() {
        return berth(Optional.of(WarmDomain.rehearsal(plan.recipe(), settings.zone(), run.shortForm())), false);
    }

    /** The place of a cold run, with the secrets of the canonical, which its data knows. */
    Berth aged() {
        return berth(settings.text(Setting.DOMAIN), false);
    }

    /** What all that is made to read a version's volumes carries. */
    RunLabels labels(GoodVersion version) {
        return new RunLabels(run.text(), plan.recipe().text(), version.commit());
    }

    private Berth berth(Optional<String> domain, boolean canonical) {
        return new Berth(domain, this::secret, canonical);
    }

    private AppSecret secret(StackSecret declared, StackName stack) {
        if (plan.reattachSecrets() == SecretsChoice.FRESH) {
            return AppSecret.generate(declared);
        }
        if (key.isEmpty()) {
            key = Optional.of(CanonicalKey.of(swarm, run.text()));
        }
        return key.get().derive(plan.recipe(), declared, stack);
    }

    /** The fingerprint of the key that secrets were derived from in this run; empty where none was. */
    Optional<String> keyUsed() {
        return key.map(CanonicalKey::fingerprint);
    }

    /**
     * Insists that the secrets which were derived in this run are those that a version's data knows.
     *
     * @throws SwarmException when the key is another one by now
     */
    void requireKeyOf(GoodVersion version) {
        if (version.key().isPresent() && key.isPresent() && !version.key().equals(keyUsed())) {
            throw new SwarmException("Deriving the secrets of " + plan.recipe() + "'s canonical " + version.ref()
                    + ": the swarm's key, the config " + CanonicalKey.CONFIG + ", is "
                    + keyUsed().orElse("none")
                    + ", expected " + version.key().get()
                    + ", which its data was made with. The old key has gone, and what"
                    + " knows a secret of it, such as a database its password, can't be opened any more. Begin anew with"
                    + " -Dharness.canonical-rebuild=" + plan.recipe());
        }
    }

    /** Finds an image that the node has, and in whose container volumes can be opened; one that it has not yet is pulled. */
    String image(GoodVersion version) throws InterruptedException {
        List<String> images = Stream.concat(version.images().values().stream(), settings.neighbourImage().stream())
                .toList();
        for (String image : images) {
            if (swarm.hasImage(image)) {
                return image;
            }
        }
        for (String image : images) {
            if (swarm.pull(image, settings.deployLimit(Optional.empty())) instanceof PullOutcome.Fetched) {
                return image;
            }
        }
        throw new SwarmException("Opening the volumes of " + plan.recipe() + "'s canonical: the engine's node has none"
                + " of the images " + images + ", nor can they be pulled. Any of them would do");
    }
}
