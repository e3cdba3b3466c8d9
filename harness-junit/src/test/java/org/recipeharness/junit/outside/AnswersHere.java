package org.recipeharness.junit.outside;

import java.time.Duration;
import org.recipeharness.app.AppProbe;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.readiness.Look;
import org.recipeharness.readiness.Probe;

final class AnswersHere implements AppProbe {

    @Override
    public Probe on(DeployedApp app) {
        return new Probe() {
            @Override
            public String name() {
                return "here";
            }

            @Override
            public Look look(Duration limit) {
                return Look.ready("it answered");
            }
        };
    }
}
