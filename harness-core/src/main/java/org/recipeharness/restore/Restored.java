package org.recipeharness.restore;

import java.util.List;
import org.recipeharness.backup.BroughtBack;
import org.recipeharness.deployment.Installed;

/**
 * The outcome of a restore that was done as the labels say it, with its evidence.
 *
 * @param app the app after it, ready
 * @param from the backup that was restored
 * @param done how the restore went
 * @param lost what was seeded, verifiably gone before, and is not back, a line each; empty where all of it is
 * @param diagnosis why, as far as labels and snapshot tell, a line each; empty where nothing is lost
 */
public record Restored(Installed app, Saved from, BroughtBack done, List<String> lost, List<String> diagnosis) {

    public Restored {
        lost = List.copyOf(lost);
        diagnosis = List.copyOf(diagnosis);
    }
}
