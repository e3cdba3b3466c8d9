package org.recipeharness.restore;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.backup.BackedUp;
import org.recipeharness.backup.BackupEngine;
import org.recipeharness.backup.BackupException;
import org.recipeharness.backup.BackupGaps;
import org.recipeharness.backup.Backups;
import org.recipeharness.backup.BroughtBack;
import org.recipeharness.backup.Contract;
import org.recipeharness.backup.CoverageMap;
import org.recipeharness.backup.Diagnosis;
import org.recipeharness.backup.Proof;
import org.recipeharness.backup.Unsaved;
import org.recipeharness.data.DatabaseFiles;
import org.recipeharness.data.DeclaredDatabase;
import org.recipeharness.data.Markers;
import org.recipeharness.data.Seed;
import org.recipeharness.data.Seeded;
import org.recipeharness.data.VolumeFolder;
import org.recipeharness.deployment.Installed;
import org.recipeharness.deployment.NotApplicableException;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.stack.VolumeMount;
import org.recipeharness.swarm.Swarm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The backup and the restore tier: markers are seeded, saved, looked for in the snapshot, dropped, and looked for again. */
public final class BackupWork {

    private static final Logger LOG = LoggerFactory.getLogger(BackupWork.class);
    private static final Duration HOOK_LIMIT = Duration.ofMinutes(10);

    private final Backups backups;
    private final CoverageMap coverage;
    private final List<DeclaredDatabase> databases;

    public BackupWork(Swarm swarm, BackupEngine engine, List<DeclaredDatabase> databases) {
        this.backups = new Backups(engine, HOOK_LIMIT);
        this.coverage = new CoverageMap(swarm, Set.of(VolumeFolder.FILE));
        this.databases = databases;
    }

    /**
     * Backs an app up, and opens the snapshot.
     *
     * @throws NotApplicableException when its labels offer no backup
     * @throws UnverifiedException when nothing could be seeded of what they say is saved
     * @throws BackupException when the backup fails, or its snapshot does not hold what it must
     */
    public Saved save(Installed installed) throws InterruptedException {
        DeployedApp app = installed.app();
        Contract contract = Contract.of(app);
        requireOffer(app, contract);
        contract.remarks().forEach(remark -> LOG.warn("{}", remark));
        Seeded seeded = saved(new Markers(app, databases).seed(), contract);
        BackedUp backup = backups.save(app, contract);
        Proof proof = Proof.of(backup, wanted(seeded));
        proof.held()
                .forEach(line ->
                        LOG.info("In the snapshot {}: {}", backup.snapshot().id(), line));
        if (!proof.faults().isEmpty()) {
            throw new BackupException("Looking into the snapshot of " + app + ":\n  "
                    + String.join("\n  ", proof.faults()) + "\nThe hooks: " + backup.hooks());
        }
        List<DatabaseFiles> dumped = new Markers(app, databases).databaseFiles(seeded);
        List<Unsaved> unsaved = coverage.of(
                app, contract, (volume, path) -> dumped.stream().anyMatch(files -> files.holds(volume, path)));
        unsaved.forEach(place -> LOG.info("Written since the deploy: {}", place));
        return new Saved(installed, backup, proof, seeded, unsaved, gaps(app, contract, proof, dumped, unsaved));
    }

    private static BackupGaps gaps(
            DeployedApp app, Contract contract, Proof proof, List<DatabaseFiles> dumped, List<Unsaved> unsaved) {
        List<String> volumes = app.stack().services().stream()
                .flatMap(service -> service.volumes().stream())
                .map(VolumeMount::volume)
                .distinct()
                .toList();
        Set<String> ofDatabases = dumped.stream().map(DatabaseFiles::volume).collect(Collectors.toSet());
        return BackupGaps.of(volumes, contract, proof, ofDatabases, unsaved);
    }

    /** Takes the markers away and brings them back; what is not back is told, not thrown. */
    public BroughtBack restore(Saved saved) throws InterruptedException {
        DeployedApp app = saved.app().app();
        var markers = new Markers(app, databases);
        markers.drop(saved.seeded());
        List<String> present = markers.present(saved.seeded());
        if (!present.isEmpty()) {
            throw new UnverifiedException("what was seeded could not be taken away before the restore, so that its"
                    + " presence after it would show nothing: " + String.join("; ", present));
        }
        return backups.restore(app, Contract.of(app), saved.backup().snapshot());
    }

    /** Brings a snapshot back onto an app that never had what was seeded, whatever its own data is. */
    public BroughtBack bring(Installed onto, Saved saved) throws InterruptedException {
        DeployedApp app = onto.app();
        List<String> present = new Markers(app, databases).present(saved.seeded());
        if (!present.isEmpty()) {
            throw new UnverifiedException("a new deployment holds what was seeded in the old one, so that"
                    + " its presence after the restore would show nothing: " + String.join("; ", present));
        }
        return backups.restore(app, Contract.of(app), saved.backup().snapshot());
    }

    /** Looks for the markers in an app that is ready again. */
    public Restored look(Installed now, Saved saved, BroughtBack done) throws InterruptedException {
        List<String> lost = new Markers(now.app(), databases).lost(saved.seeded());
        List<String> diagnosis = lost.isEmpty() ? List.of() : new Diagnosis(saved.backup(), saved.proof()).lines();
        return new Restored(now, saved, done, lost, diagnosis);
    }

    private static void requireOffer(DeployedApp app, Contract contract) {
        switch (contract.offer()) {
            case MADE -> {}
            case DECLINED ->
                throw new NotApplicableException("the labels of " + app + " say that it is not to be backed up: "
                        + contract.label("backupbot.backup")
                                .map(Object::toString)
                                .orElse(""));
            case ABSENT ->
                throw new NotApplicableException("no service of " + app
                        + " has the label backupbot.backup=true, so the recipe offers no backup");
        }
    }

    /** Leaves out the files on volumes, or parts of them, that the labels say are not saved. */
    private static Seeded saved(Seeded all, Contract contract) {
        List<Seed> covered = all.seeds().stream()
                .filter(seed -> !(seed.store() instanceof VolumeFolder folder) || isSaved(folder, contract))
                .toList();
        if (covered.isEmpty()) {
            throw new UnverifiedException("the labels save nothing into which a marker can be put, so nothing is"
                    + " known of this backup. " + String.join("; ", contract.omitted())
                    + String.join("; ", all.uncovered()));
        }
        return new Seeded(covered, all.uncovered());
    }

    private static boolean isSaved(VolumeFolder folder, Contract contract) {
        return contract.part(folder.volume())
                .filter(part -> part.covers(VolumeFolder.FILE))
                .isPresent();
    }

    private static Map<String, String> wanted(Seeded seeded) {
        var wanted = new LinkedHashMap<String, String>();
        seeded.seeds().forEach(seed -> wanted.put(seed.marker().token(), "the marker of " + seed.store()));
        return wanted;
    }
}
