package org.recipeharness.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.recipeharness.readiness.Liveness;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;

/**
 * Calls a stack dead when the third new task of one of its services has failed, or has ended and was started again.
 *
 * <p>A task that a node did not start for a reason of its own is not counted: the next attempt may succeed.
 */
final class CrashWatch implements Liveness {

    private static final int FAILURES = 3;

    private final Swarm swarm;
    private final StackName stack;
    private final Before before;
    private final LogTail logs;
    private final TaskHealth health;
    private final NodeFaults nodeFaults;
    private final NodeFaultWatch nodes;

    CrashWatch(Swarm swarm, AppPlan plan, Before before) {
        this.swarm = swarm;
        this.stack = plan.stack().name();
        this.before = before;
        this.logs = new LogTail(swarm, plan, before);
        this.health = new TaskHealth(swarm, plan.masking());
        this.nodeFaults = new NodeFaults(plan.stack(), before);
        this.nodes = new NodeFaultWatch(swarm, plan.stack(), before);
    }

    @Override
    public Optional<String> death() throws InterruptedException {
        List<ServiceState> services = swarm.services(stack);
        List<TaskState> tasks = swarm.tasks(stack);
        Optional<DeployFailedException> crash = failure(services, tasks);
        return (crash.isPresent() ? crash : nodes.failure(services, tasks, Instant.now()))
                .map(DeployFailedException::getMessage);
    }

    Optional<DeployFailedException> failure(List<ServiceState> services, List<TaskState> tasks)
            throws InterruptedException {
        for (ServiceState service : services) {
            List<TaskState> ended = ServiceTasks.newOf(service, tasks, before).ended().stream()
                    .filter(task -> nodeFaults.of(task, services).isEmpty())
                    .toList();
            if (ended.size() >= FAILURES) {
                return Optional.of(failure(service, ended));
            }
        }
        return Optional.empty();
    }

    private DeployFailedException failure(ServiceState service, List<TaskState> ended) throws InterruptedException {
        TaskState latest = ended.get(ended.size() - 1);
        DeployFailure failure =
                ended.stream().allMatch(health::isUnhealthy) ? DeployFailure.UNHEALTHY : DeployFailure.CRASH_LOOP;
        return new DeployFailedException(
                failure,
                "Service '" + service.shortName() + "' of stack " + stack + verdict(failure, ended)
                        + ", the latest one: " + latest + health.words(latest) + logs.of(service));
    }

    private static String verdict(DeployFailure failure, List<TaskState> ended) {
        if (failure == DeployFailure.UNHEALTHY) {
            return " never becomes healthy: its health check has ended " + ended.size() + " of its tasks";
        }
        // No container was made: what is missing is outside of the app, such as a mount's source.
        if (ended.stream().allMatch(task -> task.phase() == TaskPhase.REJECTED)) {
            return " can't be started: " + ended.size() + " of its tasks were rejected";
        }
        String how = ended.stream().allMatch(task -> task.phase().isFailure()) ? "failed" : "ended";
        return " crash-loops: " + ended.size() + " of its tasks have " + how;
    }
}
