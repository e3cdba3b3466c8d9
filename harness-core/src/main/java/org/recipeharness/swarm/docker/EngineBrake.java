package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.recipeharness.swarm.ContainerBrake;
import org.recipeharness.swarm.SwarmException;

/** Pauses and throttles by the engine, as {@code docker pause} and {@code docker update --cpus} do. */
final class EngineBrake implements ContainerBrake {

    private static final double NANOS = 1e9;

    private final DockerConnection connection;

    EngineBrake(DockerConnection connection) {
        this.connection = connection;
    }

    @Override
    public void pause(String container) {
        there(
                "Pausing container " + container,
                client -> client.pauseContainerCmd(container).exec());
    }

    @Override
    public void goOn(String container) {
        connection.call("Letting the paused container " + container + " go on", client -> {
            try {
                var state = client.inspectContainerCmd(container).exec().getState();
                return Boolean.TRUE.equals(state.getPaused())
                        ? client.unpauseContainerCmd(container).exec()
                        : null;
            } catch (NotFoundException e) {
                return null;
            }
        });
    }

    @Override
    public double cpus(String container) {
        Long nanos = there(
                "Reading the processor limit of container " + container,
                client -> client.inspectContainerCmd(container)
                        .exec()
                        .getHostConfig()
                        .getNanoCPUs());
        return nanos == null ? 0 : nanos / NANOS;
    }

    @Override
    public void throttle(String container, double cpus) {
        there(
                "Limiting container " + container + " to " + cpus + " processors (0: all)",
                client -> client.updateContainerCmd(container)
                        .withNanoCPUs(cpus == 0 ? all(client) : Math.round(cpus * NANOS))
                        .exec());
    }

    /** The engine takes no 0 for "no limit any more", so all that there are stand for it. */
    private static long all(DockerClient client) {
        Integer processors = client.infoCmd().exec().getNCPU();
        return Math.round((processors == null ? 1 : processors) * NANOS);
    }

    private <T> @Nullable T there(String purpose, Function<DockerClient, @Nullable T> operation) {
        try {
            return connection.call(purpose, operation);
        } catch (SwarmException e) {
            throw e.getCause() instanceof NotFoundException
                    ? SwarmException.containerGone(
                            e.getMessage() + ". It has ended, or runs on another node of the swarm", e)
                    : e;
        }
    }
}
