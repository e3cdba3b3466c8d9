package org.recipeharness.backup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.readiness.Sleeper;
import org.recipeharness.swarm.ServiceState;

/** Backs an app up and restores it, in the specification's order: hooks, files, hooks. */
public final class Backups {

    private final BackupEngine engine;
    private final Duration hookLimit;

    /**
     * Prepares to back up, or to restore.
     *
     * @param engine what keeps the files
     * @param hookLimit how long each hook may take
     */
    public Backups(BackupEngine engine, Duration hookLimit) {
        this.engine = engine;
        this.hookLimit = hookLimit;
    }

    /**
     * Backs an app up that has settled.
     *
     * @param app the app
     * @param contract what its labels say
     * @return what was kept
     * @throws BackupException when a hook fails, or the files can't be kept
     * @throws InterruptedException when the thread is interrupted
     */
    public BackedUp save(DeployedApp app, Contract contract) throws InterruptedException {
        long start = System.nanoTime();
        var hooks = new HookRunner(app, hookLimit, Sleeper.REAL);
        List<HookRun> runs = new ArrayList<>(hooks.run(contract.hooks(Moment.BEFORE_BACKUP)));
        Snapshot snapshot = engine.save(selection(app, contract.parts()));
        runs.addAll(hooks.run(contract.hooks(Moment.AFTER_BACKUP)));
        return new BackedUp(contract, snapshot, runs, since(start));
    }

    /**
     * Restores a snapshot into an app that has settled.
     *
     * @param app the app
     * @param contract what its labels say now, whatever those said that the snapshot was made by
     * @param snapshot what was kept
     * @return how it went
     * @throws BackupException when a hook fails, or a file can't be put back
     * @throws InterruptedException when the thread is interrupted
     */
    public BroughtBack restore(DeployedApp app, Contract contract, Snapshot snapshot) throws InterruptedException {
        long start = System.nanoTime();
        var hooks = new HookRunner(app, hookLimit, Sleeper.REAL);
        List<HookRun> runs = new ArrayList<>(hooks.run(contract.hooks(Moment.BEFORE_RESTORE)));
        long bytes = snapshot.restore(selection(app, contract.parts()));
        runs.addAll(hooks.run(contract.hooks(Moment.AFTER_RESTORE)));
        return new BroughtBack(runs, bytes, since(start));
    }

    static Selection selection(DeployedApp app, List<VolumePart> parts) {
        String image = app.services().stream()
                .findFirst()
                .map(ServiceState::image)
                .orElseThrow(
                        () -> new BackupException("Backing up " + app + ": none of its services is there any more"));
        return new Selection(app.stack().name(), app.stack().labels(), image, parts);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
