package org.recipeharness.checkout;

import org.recipeharness.recipe.RecipeVersion;

/**
 * A published version of a recipe.
 *
 * @param tag the tag's name, such as {@code 1.0.0+v1.6.870-0}
 * @param version the version that it names
 * @param commit the full id of the commit that it marks
 * @param kind whether abra would deploy it pinned: it refuses lightweight tags
 */
public record Release(String tag, RecipeVersion version, String commit, TagKind kind) {

    @Override
    public String toString() {
        return tag;
    }
}
