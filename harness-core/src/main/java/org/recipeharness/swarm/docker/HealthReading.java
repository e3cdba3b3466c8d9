package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.command.HealthState;
import com.github.dockerjava.api.command.HealthStateLog;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.HealthCheck;
import java.util.List;
import java.util.Optional;
import org.recipeharness.swarm.FailedHealthCheck;

/**
 * Reads the engine's picture of a container's health.
 *
 * <p>Its word for it is not to be trusted: every container with a health check that has ended is called unhealthy, whatever ended it.
 * So the failures in a row are counted, as the engine does before it calls a running one so.
 */
final class HealthReading {

    /** The engine's own, where neither recipe nor image says how often a check may fail. */
    private static final int RETRIES = 3;

    private HealthReading() {}

    /** Gives nothing for a container without a health check, and for one whose checks have not failed often enough. */
    static Optional<FailedHealthCheck> read(InspectContainerResponse container) {
        HealthState health = container.getState().getHealth();
        Integer failures = health == null ? null : health.getFailingStreak();
        List<HealthStateLog> runs = health == null ? null : health.getLog();
        boolean unhealthy = failures != null && failures >= retries(container);
        return unhealthy && runs != null && !runs.isEmpty()
                ? Optional.of(read(runs.get(runs.size() - 1)))
                : Optional.empty();
    }

    private static int retries(InspectContainerResponse container) {
        HealthCheck check = container.getConfig().getHealthcheck();
        Integer written = check == null ? null : check.getRetries();
        return written == null || written == 0 ? RETRIES : written;
    }

    private static FailedHealthCheck read(HealthStateLog run) {
        Long exit = run.getExitCodeLong();
        String output = run.getOutput();
        return new FailedHealthCheck(exit == null ? -1 : exit.intValue(), output == null ? "" : output);
    }
}
