package org.recipeharness.load;

import java.util.Map;
import java.util.TreeMap;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.settings.Load;
import org.recipeharness.swarm.ContainerBrake;
import org.recipeharness.swarm.SwarmException;

/** Limits each container of an app to a share of one processor; one that may use less already is left at that. */
final class CpuThrottle implements Imposition {

    private static final double PERCENT = 100;

    private final Load.Cpu load;
    private final ContainerBrake brake;
    private final Map<String, Double> before = new TreeMap<>();

    CpuThrottle(Load.Cpu load, ContainerBrake brake) {
        this.load = load;
        this.brake = brake;
    }

    @Override
    public void on(DeployedApp app) {
        double share = load.percent() / PERCENT;
        for (String container : new AppContainers(app).all()) {
            if (!before.containsKey(container)) {
                double had = brake.cpus(container);
                if (had == 0 || had > share) {
                    before.put(container, had);
                    brake.throttle(container, share);
                }
            }
        }
    }

    @Override
    public void lift() {
        var limits = Map.copyOf(before);
        before.clear();
        var all = new EachOfThem();
        limits.forEach((container, had) -> all.perform(() -> release(container, had)));
        all.tellFailure();
    }

    private void release(String container, double had) {
        try {
            brake.throttle(container, had);
        } catch (SwarmException e) {
            // Its limit has gone with it.
            if (!e.isContainerGone()) {
                throw e;
            }
        }
    }

    @Override
    public String toString() {
        return load.toString();
    }
}
