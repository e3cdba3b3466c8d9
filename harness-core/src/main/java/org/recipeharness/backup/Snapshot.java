package org.recipeharness.backup;

/** What a backup engine has kept of a stack's volumes. */
public interface Snapshot {

    /**
     * Names it.
     *
     * @return a file's name or an id, as the engine's own tools call it
     */
    String id();

    /**
     * Tells how much was kept.
     *
     * @return bytes of the files' contents, before any compression
     */
    long bytes();

    /**
     * Shows all entries, in the order in which they were kept.
     *
     * @param visitor is shown each
     * @throws BackupException when the snapshot is damaged or can't be read
     * @throws InterruptedException when the thread is interrupted
     */
    void read(SnapshotVisitor visitor) throws InterruptedException;

    /**
     * Puts all that was kept back into its volumes; what else is on them stays.
     *
     * @param target the stack's volumes as they are now; a volume of the snapshot that is not among them is an error
     * @return bytes of the files' contents that were written
     * @throws BackupException when an entry would leave its volume, or something can't be written; the entry is named
     * @throws InterruptedException when the thread is interrupted
     */
    long restore(Selection target) throws InterruptedException;
}
