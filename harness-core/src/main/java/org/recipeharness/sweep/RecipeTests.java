package org.recipeharness.sweep;

import java.util.Optional;
import java.util.Set;

/**
 * What a test class of a recipe has that the settings of a run can name.
 *
 * @param recipe the recipe's name; empty for a class that tests whatever recipe is chosen
 * @param tiers the names of its tiers
 * @param probes the names of its readiness probes; empty if they are not known before its recipe is rendered
 * @param startsFromRelease whether one of its tests deploys the release that {@code -Dfrom} names
 */
public record RecipeTests(String recipe, Set<String> tiers, Optional<Set<String>> probes, boolean startsFromRelease) {

    public RecipeTests {
        tiers = Set.copyOf(tiers);
        probes = probes.map(Set::copyOf);
    }

    boolean isOf(Optional<String> chosen) {
        return recipe.isEmpty() || chosen.isEmpty() || chosen.get().equals(recipe);
    }
}
