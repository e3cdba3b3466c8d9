package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.app.AppProbe;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.readiness.Look;
import org.recipeharness.readiness.NotReadyException;
import org.recipeharness.readiness.Probe;

/** An app whose task dies while it is asked, and for which something else answers. */
class FalseReadyTest {

    private final Path folder;

    FalseReadyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void isNotReady() {
        assertThat(FixtureRun.in(folder).of(EachTimeTestCases.class).failure("Install.becomesReady"))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("not ready within its budget 2x10ms")
                .hasMessageContaining("Last look: it answered, but this does not count: service 'app' lost its task"
                        + " during the look: task app2 failed with exit code 137");
    }

    @Test
    void isReadyIfTheNextTaskStays() {
        assertThat(FixtureRun.in(folder).of(OnceTestCases.class).failures()).isEmpty();
    }

    @RecipeDeployment(value = "sample", ready = @Ready(by = DiesEachTime.class, budget = "2x10ms"))
    static class EachTimeTestCases {
        @Nested
        class Install extends InstallTier {}
    }

    @RecipeDeployment(value = "sample", ready = @Ready(by = DiesOnce.class, budget = "2x10ms"))
    static class OnceTestCases {
        @Nested
        class Install extends InstallTier {}
    }

    static final class DiesEachTime implements AppProbe {

        @Override
        public Probe on(DeployedApp app) {
            return new Dying(new AtomicInteger(Integer.MAX_VALUE));
        }
    }

    static final class DiesOnce implements AppProbe {

        @Override
        public Probe on(DeployedApp app) {
            return new Dying(new AtomicInteger(1));
        }
    }

    private record Dying(AtomicInteger deaths) implements Probe {

        @Override
        public String name() {
            return "dying";
        }

        @Override
        public Look look(Duration limit) {
            if (deaths.getAndDecrement() > 0) {
                FixtureRun.swarm().loseTask("app");
            }
            return Look.ready("it answered");
        }
    }
}
