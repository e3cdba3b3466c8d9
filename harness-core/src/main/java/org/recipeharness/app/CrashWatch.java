package org.recipeharness.app;

import java.util.List;
import java.util.Optional;
import org.recipeharness.readiness.Liveness;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.TaskState;

/** Calls a stack dead when the third new task of one of its services has failed, or has ended and was started again. */
final class CrashWatch implements Liveness {

    private static final int FAILURES = 3;

    /** The engine's words for a task that it has ended because its health check failed. */
    private static final String UNHEALTHY = "unhealthy container";

    private final Swarm swarm;
    private final StackName stack;
    private final Before before;
    private final LogTail logs;

    CrashWatch(Swarm swarm, AppPlan plan, Before before) {
        this.swarm = swarm;
        this.stack = plan.stack().name();
        this.before = before;
        this.logs = new LogTail(swarm, plan.masking());
    }

    @Override
    public Optional<String> death() throws InterruptedException {
        return failure(swarm.services(stack), swarm.tasks(stack)).map(DeployFailedException::getMessage);
    }

    Optional<DeployFailedException> failure(List<ServiceState> services, List<TaskState> tasks)
            throws InterruptedException {
        for (ServiceState service : services) {
            List<TaskState> ended =
                    ServiceTasks.of(service, before.newOf(tasks), before).ended();
            if (ended.size() >= FAILURES) {
                return Optional.of(failure(service, ended));
            }
        }
        return Optional.empty();
    }

    private DeployFailedException failure(ServiceState service, List<TaskState> ended) throws InterruptedException {
        boolean unhealthy = ended.stream().allMatch(task -> task.message().contains(UNHEALTHY));
        String how = ended.stream().allMatch(task -> task.phase().isFailure()) ? "failed" : "ended";
        String what = "Service '" + service.shortName() + "' of stack " + stack
                + (unhealthy
                        ? " never becomes healthy: its health check has ended " + ended.size() + " of its tasks"
                        : " crash-loops: " + ended.size() + " of its tasks have " + how);
        return new DeployFailedException(
                unhealthy ? DeployFailure.UNHEALTHY : DeployFailure.CRASH_LOOP,
                what + ", the latest one: " + ended.get(ended.size() - 1) + logs.of(service));
    }
}
