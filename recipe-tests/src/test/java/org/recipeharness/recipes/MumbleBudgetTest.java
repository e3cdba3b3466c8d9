package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.readiness.Budget;
import org.recipeharness.readiness.BudgetUse;
import org.recipeharness.readiness.NotReadyException;
import org.recipeharness.readiness.Probe;
import org.recipeharness.readiness.Readiness;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.recipes.mumble.MumbleHandshake;
import org.recipeharness.recipes.mumble.Pause;
import org.recipeharness.settings.Settings;
import org.recipeharness.swarm.docker.DockerSwarm;
import org.recipeharness.tier.Drift;
import org.recipeharness.tier.ReadinessCheck;
import org.recipeharness.tier.RecipeRun;
import org.recipeharness.tier.RunPlan;

/**
 * Proves the fix of the incident book's row 5: a server that stands still for 70 s is red with the old budget and green with the
 * new one. Pausing it is what makes that independent of the machine's speed.
 */
class MumbleBudgetTest {

    private static final Duration PAUSE = Duration.ofSeconds(70);
    private static final Budget OLD = Budget.parse("12x5s");
    private static final Budget NEW = Budget.parse("36x5s");

    @Test
    @Timeout(value = 6, unit = TimeUnit.MINUTES)
    void aPauseOf70SecondsIsTooLongFor12x5sAndNotFor36x5s() throws InterruptedException {
        Settings settings = Settings.load();
        var plan = new RunPlan(
                new RecipeName("mumble"),
                RunPlan.MAIN_SERVICE,
                new Drift(
                        Map.of("AUTOBAN_ATTEMPTS", "0", "SERVER_PASSWORD", MumbleHandshake.PASSWORD),
                        Map.of(),
                        List.of()),
                List.of(new ReadinessCheck(new MumbleHandshake(), NEW)));
        try (var run = new RecipeRun(plan, settings, new DockerSwarm(Optional.empty()))) {
            DeployedApp app = run.install().app();
            CompletableFuture<Void> goesOn = Pause.of(app.exec().container(), PAUSE);
            CompletableFuture<BudgetUse> withOld = waiting(app, OLD);
            CompletableFuture<BudgetUse> withNew = waiting(app, NEW);

            assertThatThrownBy(withOld::join)
                    .cause()
                    .isInstanceOf(NotReadyException.class)
                    .hasMessageStartingWith("Waiting for 'handshake': not ready within its budget 12x5s (60 s)")
                    .hasMessageContaining("no answer within 5000 ms")
                    .hasMessageContaining("stage TLS handshake");
            BudgetUse use = withNew.join();
            assertThat(use.attempts()).isGreaterThan(OLD.attempts());
            assertThat(use.elapsed()).isGreaterThan(OLD.total()).isLessThan(NEW.total());
            goesOn.join();
        }
    }

    private static CompletableFuture<BudgetUse> waiting(DeployedApp app, Budget budget) {
        Probe probe = new MumbleHandshake().on(app);
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return new Readiness().await(probe, budget, app.liveness());
                    } catch (InterruptedException e) {
                        throw new CompletionException(e);
                    }
                },
                task -> new Thread(task, "waiting-" + budget).start());
    }
}
