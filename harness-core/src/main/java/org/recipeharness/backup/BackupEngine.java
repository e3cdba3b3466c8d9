package org.recipeharness.backup;

/** Keeps copies of volumes, and brings them back. Hooks are not its business. */
public interface BackupEngine extends AutoCloseable {

    /**
     * Names it.
     *
     * @return as in the setting {@code harness.backup}
     */
    String name();

    /**
     * Copies what is selected. A path that matches nothing is not an error here: the snapshot does not hold it.
     *
     * @param selection what to keep
     * @return what was kept, complete
     * @throws BackupException when something can't be read or kept; nothing that looks like a snapshot is left then
     * @throws InterruptedException when the thread is interrupted
     */
    Snapshot save(Selection selection) throws InterruptedException;

    /**
     * Removes what it has made on the swarm to keep snapshots in; those can't be restored any more then.
     *
     * @throws org.recipeharness.swarm.SwarmException when something of it can't be removed
     */
    @Override
    void close();
}
