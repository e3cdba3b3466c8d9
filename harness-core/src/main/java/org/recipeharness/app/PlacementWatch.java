package org.recipeharness.app;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recipeharness.app.PlacementReport.Siblings;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.swarm.PlacementFault;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;

/**
 * Notices a task that no node can take.
 *
 * <p>The swarm keeps such a task pending and looks again whenever a node changes. A node that is down or drained for a moment, or a
 * task that is just being replaced, gives the same words, so only a reason that lasts is a failure.
 */
final class PlacementWatch {

    // A node that restarts its engine is back within about ten seconds, and a replaced task gives its memory and its
    // port back within the ten seconds that swarm lets it stop.
    private static final Duration CERTAIN = Duration.ofSeconds(15);

    private final Before before;
    private final PlacementReport report;
    private final Map<String, Waiting> waiting = new HashMap<>();

    PlacementWatch(RenderedStack stack, Before before) {
        this.before = before;
        this.report = new PlacementReport(stack);
    }

    Optional<DeployFailedException> failure(List<ServiceState> services, List<TaskState> tasks, Instant now) {
        for (ServiceState service : services) {
            for (TaskState task : ServiceTasks.newOf(service, tasks, before).tasks()) {
                Set<PlacementFault> faults = PlacementFault.of(task);
                if (faults.isEmpty() || task.wanted().isOver()) {
                    waiting.remove(task.id());
                } else if (since(task.id(), faults, now).lasted(now)) {
                    return Optional.of(
                            report.failure(faults, service, task, siblings(service, services, tasks), CERTAIN));
                }
            }
        }
        return Optional.empty();
    }

    /** Another service, another replica, or the task that an update is to replace may hold the port. */
    private static Siblings siblings(ServiceState service, List<ServiceState> services, List<TaskState> tasks) {
        boolean byOwnTask = tasks.stream()
                .anyMatch(task -> task.service().equals(service.id()) && task.phase() == TaskPhase.RUNNING);
        boolean byOther = services.stream()
                .filter(other -> !other.id().equals(service.id()))
                .flatMap(other -> other.hostPorts().stream())
                .anyMatch(port -> service.hostPorts().stream()
                        .anyMatch(own -> own.published() == port.published()
                                && own.protocol().equals(port.protocol())));
        return byOwnTask || byOther ? Siblings.HOLD_ITS_PORT : Siblings.LEAVE_ITS_PORT;
    }

    private Waiting since(String task, Set<PlacementFault> faults, Instant now) {
        return waiting.merge(
                task,
                new Waiting(faults, now),
                (earlier, later) -> earlier.faults().equals(faults) ? earlier : later);
    }

    private record Waiting(Set<PlacementFault> faults, Instant since) {

        Waiting {
            faults = Set.copyOf(faults);
        }

        boolean lasted(Instant now) {
            return Duration.between(since, now).compareTo(CERTAIN) >= 0;
        }
    }
}
