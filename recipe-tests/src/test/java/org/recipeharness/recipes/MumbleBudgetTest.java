package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.recipeharness.app.AppProbe;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.deployment.Drift;
import org.recipeharness.deployment.ReadinessCheck;
import org.recipeharness.deployment.RunPlan;
import org.recipeharness.readiness.Budget;
import org.recipeharness.readiness.BudgetUse;
import org.recipeharness.readiness.NotReadyException;
import org.recipeharness.readiness.Probe;
import org.recipeharness.readiness.Readiness;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.recipes.mumble.MumbleHandshake;
import org.recipeharness.run.RecipeRun;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;
import org.recipeharness.swarm.docker.DockerSwarm;

/**
 * Proves the fix of the incident book's row 5 by the load experiment: a server that stands still for 70 s is red with the old
 * budget and green with the new one. Pausing it is what makes that independent of the machine's speed.
 */
@ResourceLock(providers = AloneOnTheNode.class)
class MumbleBudgetTest {

    private static final Budget OLD = Budget.parse("12x5s");
    private static final Budget NEW = Budget.parse("36x5s");

    @Test
    @Timeout(value = 6, unit = TimeUnit.MINUTES)
    void aPauseOf70SecondsIsTooLongFor12x5sAndNotFor36x5s() throws InterruptedException {
        var inThatTime = new AskedWithOld();
        try (var run = new RecipeRun(plan(inThatTime), underLoad(), new DockerSwarm(Optional.empty()))) {
            BudgetUse withNew = run.install().readiness().get(0);

            assertThatThrownBy(inThatTime.use::join)
                    .cause()
                    .isInstanceOf(NotReadyException.class)
                    .hasMessageStartingWith("Waiting for 'handshake': not ready within its budget 12x5s (60 s)")
                    .hasMessageContaining("stage TLS handshake");
            assertThat(withNew.attempts()).isGreaterThan(OLD.attempts());
            assertThat(withNew.elapsed()).isGreaterThan(OLD.total()).isLessThan(NEW.total());
            assertThat(run.tested().imposed()).contains("pause:70s");
            assertThat(run.tested().budgets())
                    .singleElement()
                    .satisfies(told -> assertThat(told)
                            .startsWith("handshake used 7")
                            .contains(" of 180 s under pause:70s: ")
                            .endsWith("x5s would hold it with twice the room"));
        }
    }

    private static Settings underLoad() {
        var written = new TreeMap<>(Settings.load().written());
        written.put(Setting.LOAD.key(), "mumble/pause:70s");
        return Settings.of(written);
    }

    private static RunPlan plan(AppProbe probe) {
        return new RunPlan(
                new RecipeName("mumble"),
                RunPlan.MAIN_SERVICE,
                new Drift(
                        Map.of("AUTOBAN_ATTEMPTS", "0", "SERVER_PASSWORD", MumbleHandshake.PASSWORD),
                        Map.of(),
                        List.of()),
                List.of(new ReadinessCheck(probe, NEW)));
    }

    /** Waits with the old budget while the run waits with the new one, so that the proof of both takes one pause. */
    private static final class AskedWithOld implements AppProbe {

        private CompletableFuture<BudgetUse> use = new CompletableFuture<>();

        @Override
        public Probe on(DeployedApp app) {
            Probe probe = new MumbleHandshake().on(app);
            use = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return new Readiness().await(probe, OLD, app.liveness());
                        } catch (InterruptedException e) {
                            throw new CompletionException(e);
                        }
                    },
                    task -> new Thread(task, "waiting-" + OLD).start());
            return probe;
        }
    }
}
