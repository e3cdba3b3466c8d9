package org.recipeharness.stack;

import java.util.Map;
import java.util.TreeMap;
import org.recipeharness.checkout.Checkout;

/**
 * The labels that everything of one run carries, so that it can be told from all else on a swarm and found again.
 *
 * @param run the run's id
 * @param recipe the recipe's name
 * @param commit the commit that is deployed, with {@code +U} when the work tree was dirty
 */
public record RunLabels(String run, String recipe, String commit) {

    /** Label with the id of the run that made a thing. */
    public static final String RUN = "org.recipeharness.run";

    /** Label with the recipe that a thing belongs to. */
    public static final String RECIPE = "org.recipeharness.recipe";

    /** Label with the commit that a thing was rendered from. */
    public static final String COMMIT = "org.recipeharness.commit";

    /** Label of a service with a digest of what was rendered of it. */
    public static final String RENDERED = "org.recipeharness.rendered";

    /**
     * Makes the labels of a run.
     *
     * @param run the run's id
     * @param checkout what is deployed
     * @return its labels
     */
    public static RunLabels of(String run, Checkout checkout) {
        return new RunLabels(run, checkout.recipe().text(), checkout.commit() + (checkout.dirty() ? "+U" : ""));
    }

    /**
     * Gives the labels as docker takes them.
     *
     * @return label name to value
     */
    public Map<String, String> asMap() {
        return new TreeMap<>(Map.of(RUN, run, RECIPE, recipe, COMMIT, commit));
    }
}
