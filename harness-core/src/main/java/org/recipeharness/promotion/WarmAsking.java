package org.recipeharness.promotion;

import java.util.List;
import java.util.stream.Stream;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.deployment.Asking;
import org.recipeharness.deployment.ReadinessCheck;
import org.recipeharness.deployment.RunPlan;
import org.recipeharness.readiness.RenamedProbe;

/**
 * What a canonical must answer: what its recipe's app must everywhere, and something over HTTPS at its domain; each within
 * promotion's own budget.
 */
public record WarmAsking(RunPlan plan) implements Asking {

    @Override
    public List<ReadinessCheck> of(DeployedApp app) {
        return Stream.concat(plan.readiness().stream(), Stream.of(plan.warm()))
                .map(check -> new ReadinessCheck(
                        there -> new RenamedProbe(RunPlan.WARM, check.probe().on(there)),
                        plan.warm().budget()))
                .toList();
    }
}
