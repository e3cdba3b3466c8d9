package org.recipeharness.junit;

import java.util.Optional;
import org.recipeharness.canonical.Registry;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.report.model.LastGood;

/**
 * Looks up which version of a recipe was promoted last.
 *
 * @param registry where that is recorded; empty where the settings can't be read
 */
record GoodLookup(Optional<Registry> registry) {

    /**
     * What was found.
     *
     * @param good the version; empty where there is none
     * @param remark why that can't be told; empty where it can
     */
    record Found(Optional<LastGood> good, Optional<String> remark) {}

    /** A record that can't be read is no reason to tell nothing of the recipe. */
    Found of(String recipe) {
        try {
            Optional<LastGood> good = registry.flatMap(each -> each.read(new RecipeName(recipe)))
                    .map(canonical -> canonical.current())
                    .map(current -> new LastGood(current.ref(), current.commit(), current.promoted()));
            return new Found(good, Optional.empty());
        } catch (RuntimeException e) {
            return new Found(Optional.empty(), Optional.of("Its canonical can't be told: " + e.getMessage()));
        }
    }
}
