package org.recipeharness.tier;

import java.util.List;
import java.util.stream.Stream;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.readiness.RenamedProbe;

/**
 * What a canonical must answer: what its recipe's app must everywhere, and something over HTTPS at its domain; each within
 * promotion's own budget.
 */
record WarmAsking(RunPlan plan) implements Asking {

    /** By this name, promotion's budget is set. */
    static final String NAME = "warm";

    @Override
    public List<ReadinessCheck> of(DeployedApp app) {
        return Stream.concat(plan.readiness().stream(), Stream.of(plan.warm()))
                .map(check -> new ReadinessCheck(
                        there -> new RenamedProbe(NAME, check.probe().on(there)),
                        plan.warm().budget()))
                .toList();
    }
}
