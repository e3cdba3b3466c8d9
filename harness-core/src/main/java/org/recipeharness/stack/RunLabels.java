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
 * @param canonical whether it belongs to the recipe's canonical, whose volumes outlive the run
 */
public record RunLabels(String run, String recipe, String commit, boolean canonical) {

    /** Label with the id of the run that made a thing. */
    public static final String RUN = "org.recipeharness.run";

    /** Label with the recipe that a thing belongs to. */
    public static final String RECIPE = "org.recipeharness.recipe";

    /** Label with the commit that a thing was rendered from. */
    public static final String COMMIT = "org.recipeharness.commit";

    /** Label with the recipe whose canonical a thing belongs to. */
    public static final String CANONICAL = "org.recipeharness.canonical";

    /** Label of a service with a digest of what was rendered of it. */
    public static final String RENDERED = "org.recipeharness.rendered";

    /**
     * Makes the labels of what goes with its run.
     *
     * @param run the run's id
     * @param recipe the recipe's name
     * @param commit the commit that is deployed
     */
    public RunLabels(String run, String recipe, String commit) {
        this(run, recipe, commit, false);
    }

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
     * Makes the labels of the same things as those of a canonical.
     *
     * @return all that these are, and whose canonical it is
     */
    public RunLabels ofCanonical() {
        return new RunLabels(run, recipe, commit, true);
    }

    /**
     * Gives the labels as docker takes them.
     *
     * @return label name to value
     */
    public Map<String, String> asMap() {
        var labels = new TreeMap<>(Map.of(RUN, run, RECIPE, recipe, COMMIT, commit));
        if (canonical) {
            labels.put(CANONICAL, recipe);
        }
        return labels;
    }
}
