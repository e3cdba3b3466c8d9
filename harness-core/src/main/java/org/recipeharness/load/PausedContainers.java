package org.recipeharness.load;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.recipeharness.swarm.ContainerBrake;

/** Containers that stand still, each until it is let go on for the first time. */
final class PausedContainers {

    private final ContainerBrake brake;
    private final Set<String> paused = new TreeSet<>();

    PausedContainers(ContainerBrake brake) {
        this.brake = brake;
    }

    synchronized void pause(List<String> containers) {
        for (String container : containers) {
            // Before it is asked for: a pause of which no answer came may be there all the same.
            paused.add(container);
            brake.pause(container);
        }
    }

    /** Lets all go on; one that can't is tried again by the next call. */
    synchronized void goOn() {
        var all = new EachOfThem();
        for (String container : List.copyOf(paused)) {
            all.perform(() -> {
                brake.goOn(container);
                paused.remove(container);
            });
        }
        all.tellFailure();
    }
}
