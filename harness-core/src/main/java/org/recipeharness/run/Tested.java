package org.recipeharness.run;

import java.util.List;
import java.util.Optional;
import org.recipeharness.report.model.DataCoverage;
import org.recipeharness.report.model.Head;

/**
 * What a run is of.
 *
 * @param head the version under test; empty until it is checked out
 * @param command what repeats the run, for a shell; may hold secrets that were given as settings
 * @param imposed the load that was put on its apps, such as {@code pause:70s}; empty for none
 * @param budgets what their budgets came to under it, a line each; empty without a load
 * @param coverage how much of its data was checked, secrets not masked yet
 */
public record Tested(
        Optional<Head> head, String command, Optional<String> imposed, List<String> budgets, DataCoverage coverage) {

    public Tested {
        budgets = List.copyOf(budgets);
    }
}
