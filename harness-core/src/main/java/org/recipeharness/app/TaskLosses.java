package org.recipeharness.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.recipeharness.swarm.Changes;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;

/** Notices tasks that ended although nobody asked them to: an app that dies under a test has not passed it. */
public final class TaskLosses {

    private static final Duration SILENCE = Duration.ofMillis(200);

    private final DeployedApp app;
    private final Set<String> told = new HashSet<>();
    private final Set<String> seenRunning = new HashSet<>();

    /**
     * Begins to notice; what has failed before, while the app was coming up, is not told.
     *
     * @param app the app, converged
     */
    public TaskLosses(DeployedApp app) {
        this.app = app;
        for (TaskState task : app.tasks()) {
            if (task.phase().isFailure()) {
                told.add(task.id());
            }
        }
        next();
    }

    /**
     * Tells the losses since the last call.
     *
     * @return a line each, such as {@code service 'app' lost its task: task 3f2a failed with exit code 137: ...}
     */
    public synchronized List<String> next() {
        var losses = new ArrayList<String>();
        List<ServiceState> services = app.services();
        for (TaskState task : app.tasks()) {
            boolean ended = task.phase() == TaskPhase.COMPLETE && seenRunning.contains(task.id());
            if ((task.phase().isFailure() || ended) && told.add(task.id())) {
                losses.add("service '" + name(task, services) + "' lost its task: " + task);
            }
            if (task.isRunning()) {
                seenRunning.add(task.id());
            }
        }
        return losses;
    }

    /**
     * Waits for a loss that may not have come through yet, as the swarm needs a moment to notice a dead container.
     *
     * @param longest how long to wait at most
     * @return the losses since the last call; empty when there was none within that time
     * @throws InterruptedException when the thread is interrupted
     */
    public List<String> await(Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        try (Changes changes = app.swarm().watch(app.stack().name())) {
            List<String> losses = next();
            while (losses.isEmpty() && System.nanoTime() < deadline) {
                changes.await(SILENCE);
                losses = next();
            }
            return losses;
        }
    }

    private static String name(TaskState task, List<ServiceState> services) {
        return services.stream()
                .filter(service -> service.id().equals(task.service()))
                .map(ServiceState::shortName)
                .findFirst()
                .orElse(task.service());
    }
}
