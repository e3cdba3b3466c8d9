package org.recipeharness.junit;

import java.util.Optional;
import java.util.function.Consumer;
import org.recipeharness.swarm.ContainerBrake;
import org.recipeharness.swarm.SwarmException;

/** What holds up containers of a {@link RecordingSwarm}, which all go on as before. */
record RecordedBrake(Consumer<String> story, Optional<String> refusal) implements ContainerBrake {

    @Override
    public void pause(String container) {
        perform("pause " + container);
    }

    @Override
    public void goOn(String container) {
        story.accept("go on " + container);
    }

    @Override
    public double cpus(String container) {
        return 0;
    }

    @Override
    public void throttle(String container, double cpus) {
        perform("throttle " + container + " to " + cpus);
    }

    private void perform(String operation) {
        refusal.ifPresent(reason -> {
            throw new SwarmException("Doing '" + operation + "': " + reason);
        });
        story.accept(operation);
    }
}
