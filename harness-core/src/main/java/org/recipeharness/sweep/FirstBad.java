package org.recipeharness.sweep;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.recipeharness.history.Bisection;
import org.recipeharness.history.Bisection.Found;
import org.recipeharness.history.Bisection.Shown;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.RedCause;
import org.recipeharness.verdict.Attempt;
import org.recipeharness.verdict.Red;

/**
 * Looks for the commit of a recipe that has made it red, by running it alone at commits between the last green one and the red one.
 *
 * @param runs how a run alone is made
 * @param red what came of the recipe in the sweep
 * @param tests its tests, by their unique ids
 */
public record FirstBad(AloneRuns runs, RecipeResult red, List<String> tests) {

    /** Enough for a thousand commits. */
    private static final int MOST = 10;

    /**
     * Looks.
     *
     * @param commits those since the last green one, the oldest first; the last is the red one
     * @return what was found
     * @throws InterruptedException when the thread is interrupted; the run that is going on is ended first
     */
    public Found among(List<String> commits) throws InterruptedException {
        return new Bisection(commit -> shown(runs.at(red, tests, commit)), MOST).among(commits);
    }

    /** The same red is what is looked for; any other one hides whether that is there. */
    private Shown shown(Attempt attempt) {
        if (attempt.isGreen()) {
            return Shown.GOOD;
        }
        Set<String> wanted = red.reds().stream()
                .map(RedCause::red)
                .filter(cause -> !cause.follows())
                .map(Red::test)
                .collect(Collectors.toSet());
        return attempt.reds().stream().anyMatch(cause -> !cause.follows() && wanted.contains(cause.test()))
                ? Shown.BAD
                : Shown.UNTESTABLE;
    }
}
