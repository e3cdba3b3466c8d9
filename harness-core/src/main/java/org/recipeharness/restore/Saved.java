package org.recipeharness.restore;

import java.util.List;
import org.recipeharness.backup.BackedUp;
import org.recipeharness.backup.BackupGaps;
import org.recipeharness.backup.Proof;
import org.recipeharness.backup.Unsaved;
import org.recipeharness.data.Seeded;
import org.recipeharness.deployment.Installed;

/**
 * The outcome of a backup that holds what was seeded, with its evidence.
 *
 * @param app the app that was backed up
 * @param backup what was kept, and how the hooks went
 * @param proof what the snapshot showed when it was opened
 * @param seeded the data that was there, as far as the labels say that it is saved
 * @param unsaved what the app has written since its deploy, and the snapshot does not hold; without the files of a database that
 *     the snapshot holds as a dump
 * @param gaps the volumes, or parts of them, of which the backup proves nothing
 */
public record Saved(
        Installed app, BackedUp backup, Proof proof, Seeded seeded, List<Unsaved> unsaved, BackupGaps gaps) {

    public Saved {
        unsaved = List.copyOf(unsaved);
    }
}
