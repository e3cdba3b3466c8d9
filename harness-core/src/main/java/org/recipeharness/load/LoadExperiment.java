package org.recipeharness.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.readiness.BudgetUse;
import org.recipeharness.readiness.NotReadyException;
import org.recipeharness.settings.Load;
import org.recipeharness.swarm.ContainerBrake;
import org.recipeharness.swarm.SwarmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The loads that a run puts on each app that it deploys, once that has converged, and what is seen of the app under them. */
public final class LoadExperiment {

    private static final Logger LOG = LoggerFactory.getLogger(LoadExperiment.class);

    private final List<Imposition> impositions;
    private final WaitsUnderLoad waits = new WaitsUnderLoad();
    private volatile boolean imposed;

    /**
     * Prepares an experiment; nothing is put on anything yet.
     *
     * @param loads what is put on each app; empty for a run without load
     * @param brake holds containers up
     * @param folder a folder on the disk that is kept busy; needed once an app is there
     */
    public LoadExperiment(List<Load> loads, ContainerBrake brake, Path folder) {
        this(loads.stream().map(load -> imposition(load, brake, folder)).toList());
    }

    LoadExperiment(List<Imposition> impositions) {
        this.impositions = List.copyOf(impositions);
    }

    private static Imposition imposition(Load load, ContainerBrake brake, Path folder) {
        if (load instanceof Load.Pause pause) {
            return new Standstill(pause, brake);
        }
        return load instanceof Load.Cpu cpu ? new CpuThrottle(cpu, brake) : new DiskWriters((Load.Io) load, folder);
    }

    /**
     * What is asked of an app under load.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Asked<T> {

        /**
         * Asks.
         *
         * @return what comes of it
         * @throws InterruptedException when the thread is interrupted
         */
        T perform() throws InterruptedException;
    }

    /**
     * Puts the loads on an app and asks it. Those without an end of their own stay until they are lifted.
     *
     * @param app the app, converged; of its containers those that have the loads already are left as they are
     * @param asked what is asked of it
     * @param <T> what comes of that
     * @return what came of it
     * @throws LoadException when a load can't be put on it, or was not as it was meant: what the app did then says nothing of it
     * @throws NotReadyException as it was asked; the loads stay
     * @throws InterruptedException when the thread is interrupted; the loads stay
     */
    public <T> T under(DeployedApp app, Asked<T> asked) throws InterruptedException {
        impose(app);
        try {
            T answer = asked.perform();
            for (Imposition each : impositions) {
                each.settle();
            }
            return answer;
        } catch (NotReadyException e) {
            waits.notReady(e.use());
            requireHeld(e);
            throw e;
        }
    }

    private void impose(DeployedApp app) {
        for (Imposition each : impositions) {
            try {
                each.on(app);
            } catch (SwarmException e) {
                var failure = new LoadException(
                        "Putting the load " + each + " (harness.load) on " + app + ": " + e.getMessage()
                                + ". It is put on containers of the engine's own node, by docker pause and docker update;"
                                + " see what these say there, or leave it out",
                        e);
                liftAfter(failure);
                throw failure;
            }
        }
        if (!impositions.isEmpty()) {
            imposed = true;
            LOG.info("Under load: {}, on {}", this, app);
        }
    }

    private void requireHeld(NotReadyException notReady) {
        try {
            impositions.forEach(Imposition::requireHeld);
        } catch (LoadException e) {
            e.addSuppressed(notReady);
            throw e;
        }
    }

    private void liftAfter(LoadException failure) {
        try {
            lift();
        } catch (SwarmException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Takes all loads away, also those whose time has not come; where there is none, nothing is done.
     *
     * @throws SwarmException when one can't be taken away; the others are, all the same
     */
    public void lift() {
        var all = new EachOfThem();
        impositions.forEach(each -> all.perform(each::lift));
        all.tellFailure();
    }

    /**
     * Takes note of a wait that found its thing ready.
     *
     * @param use how much of its budget it used
     */
    public void ready(BudgetUse use) {
        waits.ready(use);
    }

    /**
     * Tells what was put on an app.
     *
     * @return such as {@code pause:70s}; empty as long as nothing was
     */
    public Optional<String> imposed() {
        return imposed ? Optional.of(toString()) : Optional.empty();
    }

    /**
     * Tells what the budgets came to, and what budgets would hold.
     *
     * @return a line for each probe; empty as long as nothing was put on an app
     */
    public List<String> budgets() {
        return imposed ? waits.told(toString()) : List.of();
    }

    @Override
    public String toString() {
        return impositions.stream().map(Imposition::toString).collect(Collectors.joining(","));
    }
}
