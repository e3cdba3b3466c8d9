package org.recipeharness.app;

import java.util.Optional;
import org.recipeharness.swarm.FailedHealthCheck;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.TaskState;

/**
 * Finds out whether a task was ended for its health.
 *
 * <p>The task itself may not tell: a server that obeys SIGTERM ends with 0, and swarm then calls it complete.
 */
final class TaskHealth {

    /** The engine's words for a task that it has ended for its health, and that did not end well. */
    private static final String UNHEALTHY = "unhealthy container";

    private final Swarm swarm;
    private final Masking masking;

    TaskHealth(Swarm swarm, Masking masking) {
        this.swarm = swarm;
        this.masking = masking;
    }

    boolean isUnhealthy(TaskState task) {
        return task.message().contains(UNHEALTHY) || failed(task).isPresent();
    }

    /** Gives what is to stand behind the task in a verdict: nothing where its health check did not fail. */
    String words(TaskState task) {
        try {
            return failed(task)
                    .map(check -> ". It was unhealthy, its health check's last run: " + masking.mask(check.toString()))
                    .orElse("");
        } catch (SwarmException e) {
            return ". Its health can't be told: " + e.getMessage();
        }
    }

    private Optional<FailedHealthCheck> failed(TaskState task) {
        return task.container().flatMap(swarm::failedHealthCheck);
    }
}
