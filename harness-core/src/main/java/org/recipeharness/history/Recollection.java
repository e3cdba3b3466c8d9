package org.recipeharness.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.recipeharness.report.model.Past;
import org.recipeharness.report.model.PastOutcome;
import org.recipeharness.report.model.PastVersion;
import org.recipeharness.report.model.RecipeResult;

/**
 * What the history knows of a recipe's test class, of runs that were held to the same.
 *
 * @param runs the newest first; those in which nothing of it has run are left out
 * @param restoreProved the version whose backup was proved to be restorable last, by whichever class and run
 */
public record Recollection(List<Remembered> runs, Optional<PastVersion> restoreProved) {

    /** What there is where nothing is known. */
    public static final Recollection NONE = new Recollection(List.of(), Optional.empty());

    private static final int SHOWN = 30;

    public Recollection {
        runs = List.copyOf(runs);
    }

    /**
     * Gives the newest run.
     *
     * @return empty where there is none
     */
    public Optional<Remembered> newest() {
        return runs.stream().findFirst();
    }

    /**
     * Gives the version that was green as a whole last.
     *
     * @return empty where none is known
     */
    public Optional<PastVersion> lastGreen() {
        return lastGreenRun().flatMap(Remembered::version);
    }

    /**
     * Gives the run that was green as a whole last.
     *
     * @return empty where none is known
     */
    public Optional<Remembered> lastGreenRun() {
        return runs.stream().filter(Remembered::isGreen).findFirst();
    }

    /**
     * Compares a result with these runs.
     *
     * @param now what has come of the recipe so far
     * @return what is to be told of its past
     */
    public Past past(RecipeResult now) {
        var outcomes = new ArrayList<PastOutcome>();
        runs.stream().limit(SHOWN).map(Remembered::told).forEach(outcomes::add);
        Collections.reverse(outcomes);
        return new Past(
                new Comparison(runs).changes(now),
                outcomes,
                restoreProved,
                lastGreen(),
                Optional.empty(),
                Optional.empty(),
                new BudgetQuantiles(runs.stream().limit(SHOWN).toList()).proposals(now),
                Optional.empty());
    }
}
