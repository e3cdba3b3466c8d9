package org.recipeharness.app;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;

/**
 * Notices that a network has no address left for a task.
 *
 * <p>Such a task stays new, and the swarm says nothing about it. Other tasks are new for a moment, until the swarm has given them
 * their addresses.
 */
final class AddressWatch {

    private static final Duration CERTAIN = Duration.ofSeconds(10);

    private final Before before;
    private final NodeFaultReport report;
    private final Map<String, Instant> newSince = new HashMap<>();

    AddressWatch(Swarm swarm, StackName stack, Before before) {
        this.before = before;
        this.report = new NodeFaultReport(swarm, stack);
    }

    Optional<DeployFailedException> failure(List<ServiceState> services, List<TaskState> tasks, Instant now) {
        for (ServiceState service : services) {
            List<TaskState> waiting = ServiceTasks.newOf(service, tasks, before).tasks().stream()
                    .filter(task -> task.phase() == TaskPhase.NEW
                            && !task.wanted().isOver()
                            && Duration.between(newSince.computeIfAbsent(task.id(), id -> now), now)
                                            .compareTo(CERTAIN)
                                    >= 0)
                    .toList();
            if (!waiting.isEmpty()) {
                Optional<DeployFailedException> failure = report.withoutAddress(
                        service,
                        waiting.size() + (waiting.size() == 1 ? " task has" : " tasks have")
                                + " been without an address for " + CERTAIN.toSeconds() + " s");
                if (failure.isPresent()) {
                    return failure;
                }
            }
        }
        return Optional.empty();
    }
}
