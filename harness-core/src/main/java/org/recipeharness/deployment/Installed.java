package org.recipeharness.deployment;

import java.util.List;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.neighbours.NameReport;
import org.recipeharness.readiness.BudgetUse;

/**
 * The outcome of an install that went well, with its evidence.
 *
 * @param app the app, converged, compared with what was sent
 * @param names whom its services reach by the names of their own stack
 * @param readiness how much of its budget each probe used; empty where there was nothing to ask, which leaves it unverified
 */
public record Installed(DeployedApp app, NameReport names, List<BudgetUse> readiness) {

    public Installed {
        readiness = List.copyOf(readiness);
    }
}
