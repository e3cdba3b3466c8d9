package org.recipeharness.load;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.settings.Load;
import org.recipeharness.swarm.ContainerBrake;

/** Pauses each container of the main service once; it goes on by itself while the app is being asked. */
final class Standstill implements Imposition {

    // Two calls of the engine's longest time.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Load.Pause load;
    private final ContainerBrake brake;
    private final Function<Duration, Executor> later;
    private final Set<String> had = new HashSet<>();
    private Optional<Going> going = Optional.empty();

    Standstill(Load.Pause load, ContainerBrake brake) {
        this(load, brake, Standstill::inRealTime);
    }

    /** Ends each pause by what performs tasks after a time. */
    Standstill(Load.Pause load, ContainerBrake brake, Function<Duration, Executor> later) {
        this.load = load;
        this.brake = brake;
        this.later = later;
    }

    // A thread of its own: in a shared pool, others could keep an app paused for longer.
    private static Executor inRealTime(Duration delay) {
        return CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, task -> {
            var thread = new Thread(task, "load-pause-ends");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private record Going(PausedContainers containers, CompletableFuture<Void> end) {}

    @Override
    public void on(DeployedApp app) {
        List<String> fresh =
                new AppContainers(app).ofMainService().stream().filter(had::add).toList();
        if (!fresh.isEmpty()) {
            var paused = new PausedContainers(brake);
            going = Optional.of(new Going(paused, new CompletableFuture<>()));
            paused.pause(fresh);
            going = Optional.of(
                    new Going(paused, CompletableFuture.runAsync(paused::goOn, later.apply(load.length()))));
        }
    }

    /** Whatever comes next runs commands in these containers, which the engine refuses while they are paused. */
    @Override
    public void settle() throws InterruptedException {
        if (going.isPresent()) {
            try {
                going.get().end().get(load.length().plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                throw notEnded(e.getCause() == null ? e : e.getCause());
            } catch (TimeoutException e) {
                throw notEnded(e);
            }
        }
    }

    @Override
    public void requireHeld() {
        Optional<Throwable> failure = going.map(Going::end)
                .filter(CompletableFuture::isCompletedExceptionally)
                .map(end -> end.handle((done, error) -> error).join());
        if (failure.isPresent()) {
            throw notEnded(failure.get());
        }
    }

    private LoadException notEnded(Throwable failure) {
        return new LoadException(
                "Ending " + load + ": " + failure.getMessage()
                        + ". So the app stood still for longer than it was to; look at the engine, and run it again",
                failure);
    }

    @Override
    public void lift() {
        going.ifPresent(each -> each.containers().goOn());
        going = Optional.empty();
    }

    @Override
    public String toString() {
        return load.toString();
    }
}
