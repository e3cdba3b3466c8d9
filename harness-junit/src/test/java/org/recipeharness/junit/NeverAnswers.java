package org.recipeharness.junit;

import java.time.Duration;
import org.recipeharness.app.AppProbe;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.readiness.Look;
import org.recipeharness.readiness.Probe;

/** A probe that never finds its app ready. */
final class NeverAnswers implements AppProbe {

    @Override
    public Probe on(DeployedApp app) {
        return new Probe() {
            @Override
            public String name() {
                return "never";
            }

            @Override
            public Look look(Duration limit) {
                return Look.notYet("it is silent");
            }
        };
    }
}
