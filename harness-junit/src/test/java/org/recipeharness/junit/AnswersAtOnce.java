package org.recipeharness.junit;

import java.time.Duration;
import org.recipeharness.app.AppProbe;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.readiness.Look;
import org.recipeharness.readiness.Probe;

/** A probe that finds its app ready at the first look. */
final class AnswersAtOnce implements AppProbe {

    @Override
    public Probe on(DeployedApp app) {
        return new Probe() {
            @Override
            public String name() {
                return "at-once";
            }

            @Override
            public Look look(Duration limit) {
                return Look.ready("it answered");
            }
        };
    }
}
