package org.recipeharness.recipe;

import java.util.Comparator;
import java.util.Optional;

/** Orders the names of tags by the versions that they name; tags that name none come before all releases. */
public enum ReleaseOrder implements Comparator<String> {
    /** The oldest release first. */
    OLDEST_FIRST;

    @Override
    public int compare(String one, String other) {
        Optional<RecipeVersion> left = RecipeVersion.parse(one);
        Optional<RecipeVersion> right = RecipeVersion.parse(other);
        if (left.isPresent() && right.isPresent()) {
            int byVersion = left.get().compareTo(right.get());
            // A tag may write what reads as the same version differently.
            return byVersion != 0 ? byVersion : one.compareTo(other);
        }
        return left.isEmpty() && right.isEmpty()
                ? NaturalOrder.INSTANCE.compare(one, other)
                : Boolean.compare(left.isPresent(), right.isPresent());
    }
}
