package org.recipeharness.canonical;

import java.util.Set;
import org.recipeharness.recipe.RecipeName;

/**
 * Where canonicals answer. A stack that is called after such a domain comes after {@code proxy} in the alphabet, so that a name which
 * collides there is found.
 */
public final class WarmDomain {

    private static final String WARM = "warm-";
    private static final String CANONICAL = "canon-";

    private WarmDomain() {}

    /**
     * Gives the domain of a recipe's canonical, which is no other recipe's.
     *
     * @param recipe which
     * @param zone the domain below which apps are deployed
     * @param liveWarm the recipes that stay up for others at {@code warm-<recipe>.<zone>}
     * @return {@code warm-<recipe>.<zone>}, or {@code warm-canon-<recipe>.<zone>} where that would be a live-warm provider's domain
     *     (or a recipe is itself called {@code canon-...}, as the two would meet)
     */
    public static String of(RecipeName recipe, String zone, Set<String> liveWarm) {
        boolean taken = liveWarm.contains(recipe.text()) || recipe.text().startsWith(CANONICAL);
        return WARM + (taken ? CANONICAL : "") + recipe + "." + zone;
    }

    /**
     * Gives the domain of a live-warm provider, where no canonical ever is.
     *
     * @param recipe the provider's recipe
     * @param zone the domain below which apps are deployed
     * @return {@code warm-<recipe>.<zone>}
     */
    public static String live(String recipe, String zone) {
        return WARM + recipe + "." + zone;
    }

    /**
     * Gives the domain at which a promotion is tried without the canonical.
     *
     * @param recipe which
     * @param zone the domain below which apps are deployed
     * @param shortRun the short form of the run's id
     * @return {@code warm-<recipe>-<shortRun>.<zone>}
     */
    public static String rehearsal(RecipeName recipe, String zone, String shortRun) {
        return WARM + recipe + "-" + shortRun + "." + zone;
    }
}
