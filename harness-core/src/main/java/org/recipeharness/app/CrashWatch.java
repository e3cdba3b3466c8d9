package org.recipeharness.app;

import java.util.List;
import java.util.Optional;
import org.recipeharness.readiness.Liveness;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.TaskState;

/** Calls a stack dead when the third task of one of its services has failed, or has ended and was started again. */
final class CrashWatch implements Liveness {

    private static final int FAILURES = 3;
    private static final int LOG_LINES = 15;

    private final Swarm swarm;
    private final StackName stack;
    private final Masking masking;

    CrashWatch(Swarm swarm, AppPlan plan) {
        this.swarm = swarm;
        this.stack = plan.stack().name();
        this.masking = plan.masking();
    }

    @Override
    public Optional<String> death() throws InterruptedException {
        return death(swarm.services(stack), swarm.tasks(stack));
    }

    Optional<String> death(List<ServiceState> services, List<TaskState> tasks) throws InterruptedException {
        for (ServiceState service : services) {
            List<TaskState> ended = ServiceTasks.of(service, tasks).ended();
            if (ended.size() >= FAILURES) {
                String how = ended.stream().allMatch(task -> task.phase().isFailure()) ? "failed" : "ended";
                return Optional.of("Service '" + service.shortName() + "' of stack " + stack + " crash-loops: "
                        + ended.size() + " of its tasks have " + how + ", the latest one: "
                        + ended.get(ended.size() - 1) + lastLines(service));
            }
        }
        return Optional.empty();
    }

    /** Gives the last lines of a service's log, or why they can't be had, to stand below a verdict on it. */
    String lastLines(ServiceState service) throws InterruptedException {
        try {
            List<String> lines = swarm.logs(service, LOG_LINES);
            return lines.isEmpty()
                    ? "\nIt wrote nothing to its log."
                    : "\nThe last lines of its log:\n  " + masking.mask(String.join("\n  ", lines));
        } catch (SwarmException e) {
            return "\nIts log can't be read: " + e.getMessage();
        }
    }
}
