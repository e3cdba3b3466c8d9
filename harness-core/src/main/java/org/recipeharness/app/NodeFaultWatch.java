package org.recipeharness.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.swarm.NodeFault;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;

/**
 * Notices that a node does not start a service's tasks for a reason of its own.
 *
 * <p>The swarm tries again, and mostly succeeds. So this is a failure only if several attempts have failed over some time, or if the
 * swarm does not try again.
 */
final class NodeFaultWatch {

    private static final int ATTEMPTS = 3;
    private static final Duration LASTING = Duration.ofSeconds(30);
    // Before it rejects such a task, the node has waited for half a minute itself.
    private static final Duration LASTING_WITHOUT_ADDRESS = Duration.ofSeconds(10);

    private final Before before;
    private final NodeFaults faults;
    private final NodeFaultReport report;
    private final Map<String, Streak> streaks = new HashMap<>();

    NodeFaultWatch(Swarm swarm, RenderedStack stack, Before before) {
        this.before = before;
        this.faults = new NodeFaults(stack, before);
        this.report = new NodeFaultReport(swarm, stack.name());
    }

    /** Returns a failure if a reason has lasted, or if the swarm has given up the service's update for such a reason. */
    Optional<DeployFailedException> failure(List<ServiceState> services, List<TaskState> tasks, Instant now) {
        return services.stream()
                .flatMap(service -> (isGivenUp(service)
                                ? ended(service, services, tasks)
                                : lasting(service, services, tasks, now))
                        .stream())
                .findFirst();
    }

    /** Returns a failure if all tasks of a service that the swarm does not replace were not started by their node. */
    Optional<DeployFailedException> ended(ServiceState service, List<ServiceState> services, List<TaskState> tasks) {
        List<TaskState> ended = ServiceTasks.newOf(service, tasks, before).ended();
        boolean refused = !ended.isEmpty()
                && ended.stream().allMatch(task -> faults.of(task, services).isPresent());
        return refused
                ? Optional.of(failure(service, services, ended, ", and the swarm does not try again"))
                : Optional.empty();
    }

    /** Returns a failure if the limit of a deploy is reached while the swarm still tries. */
    Optional<DeployFailedException> atLimit(List<ServiceState> services, List<TaskState> tasks) {
        return services.stream()
                .flatMap(service -> slots(service, tasks).stream()
                        .map(slot -> refusedUntilNow(slot, services))
                        .filter(refused -> !refused.isEmpty())
                        .map(refused -> failure(service, services, refused, ", until the deploy's limit")))
                .findFirst();
    }

    private boolean isGivenUp(ServiceState service) {
        return before.newUpdate(service).filter(UpdateWatch::isGivenUp).isPresent();
    }

    private Optional<DeployFailedException> lasting(
            ServiceState service, List<ServiceState> services, List<TaskState> tasks, Instant now) {
        for (List<TaskState> slot : slots(service, tasks)) {
            TaskState newest = slot.get(slot.size() - 1);
            String key = service.id() + "." + newest.slot();
            List<TaskState> refused = refused(slot, services);
            if (!refused.isEmpty()) {
                Streak streak = streaks.computeIfAbsent(key, id -> new Streak(now, new HashSet<>()));
                refused.forEach(task -> streak.tasks().add(task.id()));
                if (streak.isCertain(faults.of(refused.get(refused.size() - 1), services), now)) {
                    return Optional.of(failure(service, services, refused, streak.words(now)));
                }
            } else if (newest.phase() != TaskPhase.STARTING) {
                streaks.remove(key);
            }
        }
        return Optional.empty();
    }

    private Collection<List<TaskState>> slots(ServiceState service, List<TaskState> tasks) {
        return ServiceTasks.newOf(service, tasks, before).tasks().stream()
                .sorted(Comparator.comparing(TaskState::created))
                .collect(Collectors.groupingBy(TaskState::slot, TreeMap::new, Collectors.toList()))
                .values();
    }

    /** The same, also if the next task is just being started, after so many attempts that they have used up the time. */
    private List<TaskState> refusedUntilNow(List<TaskState> slot, List<ServiceState> services) {
        int last = slot.size() - 1;
        if (slot.get(last).phase() != TaskPhase.STARTING) {
            return refused(slot, services);
        }
        List<TaskState> earlier = refused(slot.subList(0, last), services);
        return earlier.size() < ATTEMPTS ? List.of() : earlier;
    }

    /** The latest tasks of a slot that were not started; none if a later one was, or is just being started. */
    private List<TaskState> refused(List<TaskState> slot, List<ServiceState> services) {
        var refused = new ArrayList<TaskState>();
        for (TaskState task : slot) {
            if (faults.of(task, services).isPresent()) {
                refused.add(task);
            } else if (task.phase().compareTo(TaskPhase.STARTING) >= 0) {
                refused.clear();
            }
        }
        return refused;
    }

    private DeployFailedException failure(
            ServiceState service, List<ServiceState> services, List<TaskState> refused, String lasted) {
        TaskState latest = refused.get(refused.size() - 1);
        return report.failure(
                faults.of(latest, services).orElseThrow(),
                service,
                latest,
                refused.size() + (refused.size() == 1 ? " task was" : " tasks were") + " not started" + lasted);
    }

    /** Attempts in one slot, none of which was successful. The swarm forgets old tasks, so their ids are kept. */
    private record Streak(Instant since, Set<String> tasks) {

        boolean isCertain(Optional<NodeFault> latest, Instant now) {
            Duration enough =
                    latest.filter(NodeFault.ADDRESSES_SPENT::equals).isPresent() ? LASTING_WITHOUT_ADDRESS : LASTING;
            return tasks.size() >= ATTEMPTS && Duration.between(since, now).compareTo(enough) >= 0;
        }

        String words(Instant now) {
            return " within " + Duration.between(since, now).toSeconds() + " s";
        }
    }
}
