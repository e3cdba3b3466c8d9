package org.recipeharness.canonical;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.recipeharness.recipe.RecipeName;

/**
 * The last green version of a recipe, and those before it.
 *
 * @param recipe which
 * @param current the last
 * @param history the earlier ones, the latest of them first
 */
public record Canonical(RecipeName recipe, GoodVersion current, List<Aged> history) {

    private static final int LONGEST_HISTORY = 50;

    public Canonical {
        history = List.copyOf(history);
    }

    /**
     * Makes the canonical of a recipe that had none.
     *
     * @param recipe which
     * @param version what was promoted
     * @return the canonical, without a history
     */
    public static Canonical first(RecipeName recipe, GoodVersion version) {
        return new Canonical(recipe, version, List.of());
    }

    /**
     * Advances to the next version; this one's becomes the latest of the history, whose oldest entry goes when it is longer than 50.
     *
     * @param next what was promoted
     * @param snapshot the file's name of the snapshot of the volumes as this version has left them; empty for none
     * @return the next canonical
     */
    public Canonical advancedTo(GoodVersion next, Optional<String> snapshot) {
        return new Canonical(
                recipe,
                next,
                Stream.concat(Stream.of(new Aged(current, snapshot)), history.stream())
                        .limit(LONGEST_HISTORY)
                        .toList());
    }

    /**
     * Lets go of the snapshots of all but the latest entries of the history; their files go when the registry prunes.
     *
     * @param snapshots how many entries keep theirs
     * @return the same versions
     */
    public Canonical keeping(int snapshots) {
        return new Canonical(
                recipe,
                current,
                IntStream.range(0, history.size())
                        .mapToObj(entry -> entry < snapshots
                                ? history.get(entry)
                                : history.get(entry).withoutSnapshot())
                        .toList());
    }
}
