package org.recipeharness.swarm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A brake that only remembers, and refuses what it is told to. */
public final class FakeBrake implements ContainerBrake {

    private final List<String> operations;
    private final Map<String, Double> limits = new HashMap<>();
    private final Map<String, SwarmException> refusals = new HashMap<>();

    FakeBrake(List<String> operations) {
        this.operations = operations;
    }

    /** Throws at the operation that would be remembered so. */
    public void refusing(String operation, SwarmException error) {
        refusals.put(operation, error);
    }

    /** Throws no more. */
    public void refusingNothing() {
        refusals.clear();
    }

    /** Lets a container have been limited by somebody else. */
    public void limited(String container, double cpus) {
        limits.put(container, cpus);
    }

    @Override
    public void pause(String container) {
        perform("pause " + container);
    }

    @Override
    public void goOn(String container) {
        perform("go on " + container);
    }

    @Override
    public double cpus(String container) {
        return limits.getOrDefault(container, 0.0);
    }

    @Override
    public void throttle(String container, double cpus) {
        perform("throttle " + container + " to " + cpus);
        limits.put(container, cpus);
    }

    private synchronized void perform(String operation) {
        SwarmException refusal = refusals.get(operation);
        if (refusal != null) {
            throw refusal;
        }
        operations.add(operation);
    }
}
