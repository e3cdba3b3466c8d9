package org.recipeharness.junit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.RedCause;
import org.recipeharness.verdict.Attempt;

/**
 * A recipe that was red in a run of JUnit's launcher.
 *
 * @param owner its test class, by its unique id
 * @param name what it is called among the others
 * @param result what came of it
 * @param tests its tests, by their unique ids
 * @param begun when
 */
record RedRecipe(String owner, String name, RecipeResult result, List<String> tests, Instant begun) {

    Attempt inTheSweep() {
        return new Attempt(
                0,
                result.imposed(),
                begun,
                result.took(),
                result.reds().stream().map(RedCause::red).toList(),
                result.measured(),
                Optional.empty());
    }
}
