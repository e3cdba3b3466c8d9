package org.recipeharness.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recipeharness.backup.VolumePart;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.stack.StackVolume;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the registry with the swarm before a canonical is advanced, and makes both true again: after a promotion that was killed,
 * and after anybody who deployed it behind the registry's back. The caller holds the recipe.
 */
public final class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final Registry registry;
    private final Swarm swarm;
    private final WarmPlace place;
    private final RunLabels labels;
    private final BoxImage image;
    private final List<String> told = new ArrayList<>();

    /**
     * Prepares to compare.
     *
     * @param registry what is known
     * @param swarm what is there
     * @param place where the canonical is
     * @param labels what a volume that is made anew carries
     * @param image finds an image that the engine's node has, for a version's volumes
     */
    public Reconciliation(Registry registry, Swarm swarm, WarmPlace place, RunLabels labels, BoxImage image) {
        this.registry = registry;
        this.swarm = swarm;
        this.place = place;
        this.labels = labels;
        this.image = image;
    }

    /**
     * Makes the canonical idle, with the volumes of its last good version as they were.
     *
     * @param rebuild whether it may be thrown away, with its volumes, to begin anew
     * @return what is true now
     * @throws DamagedRecordException when the registry's file is damaged
     * @throws SwarmException when something at its place is somebody else's, or its volumes are not there, or are there and unknown
     * @throws org.recipeharness.backup.BackupException when the snapshot that is needed can't be brought back
     * @throws InterruptedException when the thread is interrupted
     */
    public Reconciled reconcile(boolean rebuild) throws InterruptedException {
        place.requireOurs();
        Optional<Canonical> known = registry.read(place.recipe());
        Optional<Advance> underWay = registry.underWay(place.recipe());
        if (!place.running().isNothing()) {
            tell("The registry says " + known.map(Reconciliation::idle).orElse("that there is no canonical")
                    + ", but at " + place + " there was " + place.running()
                    + ". It is undeployed now, its volumes kept");
            place.makeIdle();
        }
        if (rebuild) {
            return rebuilt(known);
        }
        if (underWay.isPresent()) {
            settle(underWay.get(), known);
            registry.end(place.recipe());
        }
        requireItsVolumes(known);
        return new Reconciled(known, told);
    }

    private static String idle(Canonical canonical) {
        return canonical.current().ref() + " is idle";
    }

    private void tell(String line) {
        LOG.warn("{}", line);
        told.add(line);
    }

    private void settle(Advance advance, Optional<Canonical> known) throws InterruptedException {
        String killed = "The promotion to " + advance.toRef() + " by run " + advance.run() + ", begun "
                + advance.begun() + ", was ended from outside ";
        if (known.filter(canonical -> canonical.current().run().equals(advance.run()))
                .isPresent()) {
            tell(killed + "when its record was written already: " + advance.toRef() + " is the canonical");
        } else if (known.isEmpty() && advance.from().isPresent()) {
            throw new SwarmException("Looking for the canonical of " + place.recipe() + ": a promotion of it, by run "
                    + advance.run() + ", came from the commit " + advance.from().get() + ", but the registry in "
                    + registry.folder() + " has no record of one any more. Its volumes are left as they are: "
                    + place.volumes() + ". Bring the record back, if you have it. " + anew());
        } else if (known.isEmpty()) {
            place.empty();
            tell(killed + "before its record was written. It was the first one of " + place.recipe()
                    + ", so there was nothing to come back to: its volumes are removed");
        } else {
            GoodVersion current = known.get().current();
            bringBack(current, advance.snapshot());
            tell(killed
                    + advance.snapshot()
                            .map(snapshot -> "before its record was written. The volumes of " + current.ref()
                                    + " are back from the snapshot " + snapshot)
                            .orElse("before anything was touched: " + current.ref() + " is the canonical still"));
        }
    }

    /**
     * Gives a version its volumes back as they were saved; others that came with a newer one go.
     *
     * @param version the last good one
     * @param snapshot the archive's name; empty where nothing of the version's own volumes was touched, or it has none
     * @throws org.recipeharness.backup.BackupException when the snapshot can't be brought back
     * @throws InterruptedException when the thread is interrupted
     */
    public void bringBack(GoodVersion version, Optional<String> snapshot) throws InterruptedException {
        place.requireOurs();
        if (snapshot.isPresent()) {
            new KeptVolumes(swarm, labels, image.of(version))
                    .bringBack(
                            registry.snapshots(place.recipe()).resolve(snapshot.get()),
                            place.stack(),
                            version.volumes().stream()
                                    .map(volume -> new VolumePart(volume.key(), volume.name(), List.of()))
                                    .toList());
        }
        List<String> its = version.volumes().stream().map(StackVolume::name).toList();
        place.volumes().stream().filter(volume -> !its.contains(volume)).forEach(swarm::removeVolume);
    }

    private Reconciled rebuilt(Optional<Canonical> known) throws InterruptedException {
        if (known.isPresent() || !place.volumes().isEmpty()) {
            tell("Begun anew, as harness.canonical-rebuild asks for it: removed was "
                    + known.map(canonical -> canonical.current().ref()).orElse("what no record was of") + " with "
                    + place.volumes());
            place.empty();
            registry.forget(place.recipe());
            registry.end(place.recipe());
        }
        return new Reconciled(Optional.empty(), told);
    }

    private void requireItsVolumes(Optional<Canonical> known) {
        List<String> there = place.volumes();
        if (known.isEmpty()) {
            if (!there.isEmpty()) {
                throw new SwarmException("Looking for the canonical of " + place.recipe() + " at " + place
                        + ": its volumes are there, " + there + ", but the registry in "
                        + registry.folder() + " knows of none. Is harness.canonicals another folder? " + anew());
            }
            return;
        }
        List<String> missing = known.get().current().volumes().stream()
                .map(StackVolume::name)
                .filter(volume -> !there.contains(volume))
                .toList();
        if (!missing.isEmpty()) {
            throw new SwarmException("Looking for the canonical of " + place.recipe() + ", "
                    + known.get().current().ref() + ": its volumes " + missing + " are not on the engine's node any"
                    + " more, and its data with them. There is " + (there.isEmpty() ? "none" : there) + ". " + anew());
        }
    }

    private String anew() {
        return "To begin anew, with a first promotion and without what is there: -Dharness.canonical-rebuild="
                + place.recipe();
    }
}
