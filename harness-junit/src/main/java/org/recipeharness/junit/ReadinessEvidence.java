package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.TestReporter;
import org.recipeharness.deployment.Installed;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.readiness.BudgetUse;

/** Insists that a deployed app was asked whether it works. */
final class ReadinessEvidence {

    private ReadinessEvidence() {}

    static void require(Installed installed, TestReporter reporter) {
        if (installed.readiness().isEmpty()) {
            throw new UnverifiedException("all services of " + installed.app()
                    + " run, but nothing was asked whether the app works: it publishes no TCP port, and"
                    + " no probe is declared with @RecipeDeployment(ready = @Ready(...))");
        }
        for (BudgetUse use : installed.readiness()) {
            BudgetEntry.publish(use, reporter);
            assertThat(use.attempts())
                    .as("attempts until the probe '%s' answered", use.probe())
                    .isBetween(1, use.budget().attempts());
        }
    }
}
