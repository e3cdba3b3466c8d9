package org.recipeharness.canonical;

import java.time.Instant;
import java.util.Optional;
import org.recipeharness.recipe.RecipeName;

/**
 * A promotion under way.
 *
 * @param recipe whose canonical it advances
 * @param run the id of the run that does it
 * @param from the commit of the canonical before; empty at the first promotion
 * @param toRef what the version is called that is to be the next
 * @param to its commit
 * @param snapshot the file's name of the snapshot of the volumes as they were before, once it is complete
 * @param begun when it began
 */
public record Advance(
        RecipeName recipe,
        String run,
        Optional<String> from,
        String toRef,
        String to,
        Optional<String> snapshot,
        Instant begun) {

    public Advance {
        snapshot.ifPresent(SnapshotFolder::requireName);
    }

    /**
     * Tells of the same advance where the volumes are saved.
     *
     * @param archive the archive's file name; empty where there are no volumes
     * @return all else as it is
     */
    public Advance savedAs(Optional<String> archive) {
        return new Advance(recipe, run, from, toRef, to, archive, begun);
    }
}
