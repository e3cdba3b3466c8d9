package org.recipeharness.report.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.recipeharness.verdict.Fallen;
import org.recipeharness.verdict.NightIncident;

/**
 * What a run of one or many recipes was to do, and what came of it.
 *
 * @param started when it began
 * @param seen when this was seen
 * @param over whether it has ended; otherwise more is to come, or it was killed
 * @param order the names of all tiers that there are, in the order of a recipe's life
 * @param chosen what it was held to, such as {@code tier} to {@code install}; empty for a run of everything
 * @param recipes all that were to run, in the order of the plan
 * @param remarks what else is to be told of the whole, a line each
 */
public record SweepResults(
        Instant started,
        Instant seen,
        boolean over,
        List<String> order,
        Map<String, String> chosen,
        List<RecipeResult> recipes,
        List<String> remarks) {

    public SweepResults {
        order = List.copyOf(order);
        chosen = Collections.unmodifiableMap(new TreeMap<>(chosen));
        recipes = List.copyOf(recipes);
        remarks = List.copyOf(remarks);
    }

    /**
     * Says how far it came.
     *
     * @return {@code running}, {@code complete}, or {@code incomplete} where it has ended without all that was expected
     */
    public String state() {
        if (!over) {
            return "running";
        }
        return missing().isEmpty() ? "complete" : "incomplete";
    }

    /**
     * Tells what came of it as a whole.
     *
     * @return the outcome that weighs most; not run, where nothing is red but a part is missing
     */
    public TierOutcome outcome() {
        TierOutcome worst = TierOutcome.worst(recipes.stream().map(RecipeResult::outcome));
        return worst.isRed() || missing().isEmpty() ? worst : TierOutcome.NOT_RUN;
    }

    /**
     * Lists the recipes of which something is missing.
     *
     * @return those with a test that was expected, and of which nothing was heard
     */
    public List<RecipeResult> missing() {
        return recipes.stream()
                .filter(recipe -> !recipe.tests().missing().isEmpty())
                .toList();
    }

    /** What several of its recipes have in common. */
    public List<NightIncident> incidents() {
        return NightIncident.among(recipes.stream()
                .filter(recipe -> recipe.outcome().isRed())
                .map(recipe -> new Fallen(
                        recipe.recipe(),
                        recipe.reds().stream().map(RedCause::red).toList(),
                        recipe.judged().map(judged -> judged.verdict().kind())))
                .toList());
    }

    public Duration took() {
        return Duration.between(started, seen);
    }

    /** Whether its recipe is tested by another class too, so that the name alone does not tell. */
    public boolean hasSeveral(RecipeResult result) {
        return recipes.stream()
                        .filter(other -> other.recipe().equals(result.recipe()))
                        .count()
                > 1;
    }

    /** Names the tiers that any recipe has, in the order of a recipe's life. */
    public List<String> tiers() {
        return order.stream()
                .filter(tier ->
                        recipes.stream().anyMatch(recipe -> recipe.tier(tier).isPresent()))
                .toList();
    }
}
