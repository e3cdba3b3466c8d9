package org.recipeharness.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.readiness.Look;
import org.recipeharness.readiness.Probe;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.TaskState;

/**
 * Counts an answer only if the asked service runs the same tasks before and after the look, and at least one.
 *
 * <p>An answer alone does not prove that the app runs: docker's forwarder of a published port outlives its container, and goes on
 * accepting connections. With several replicas any task may have answered, so all of them must be the same. An update that
 * replaces tasks during the look makes it not count; the next attempt decides. A service that has ended as a job runs no task, so
 * an answer in its place is never its own. The main service is no job, as a deploy converges only if it runs.
 *
 * <p>It lists the tasks once before each look, and once more if the app answered.
 */
public final class SameTasksProbe implements Probe {

    private final Probe probe;
    private final DeployedApp app;
    private final ServiceState service;

    private SameTasksProbe(Probe probe, DeployedApp app, ServiceState service) {
        this.probe = probe;
        this.app = app;
        this.service = service;
    }

    /**
     * Make a probe of another one.
     *
     * @param probe looks at the app
     * @param app the app, converged
     * @return a probe of the same name
     * @throws SwarmException if the asked service is not on the swarm any more
     */
    public static Probe around(Probe probe, DeployedApp app) {
        return new SameTasksProbe(probe, app, app.service(AskedService.of(probe, app)));
    }

    @Override
    public String name() {
        return probe.name();
    }

    @Override
    public Look look(Duration limit) throws InterruptedException {
        try {
            List<TaskState> before = running(tasks());
            Look look = probe.look(limit);
            return look instanceof Look.Ready ready
                    ? change(before, tasks())
                            .<Look>map(change -> Look.notYet(ready.seen() + ", but this does not count: " + change))
                            .orElse(look)
                    : look;
        } catch (SwarmException e) {
            return Look.notYet("the tasks can't be compared: " + e.getMessage(), e);
        }
    }

    /** The tasks of the asked service, the oldest first. */
    private List<TaskState> tasks() {
        return app.tasks().stream()
                .filter(task -> task.service().equals(service.id()))
                .toList();
    }

    private static List<TaskState> running(List<TaskState> tasks) {
        return tasks.stream().filter(TaskState::isRunning).toList();
    }

    /** What has changed during a look; empty if the same tasks ran all the time. */
    private Optional<String> change(List<TaskState> before, List<TaskState> after) {
        String name = "service '" + service.shortName() + "'";
        if (before.isEmpty()) {
            return Optional.of(name + " ran no task before the look" + latest(after));
        }
        Stream<String> lost = before.stream()
                .filter(task -> !runs(task, after))
                .map(task -> name + " lost its task during the look: " + now(task, after));
        Stream<String> gained = running(after).stream()
                .filter(task -> !runs(task, before))
                .map(task -> name + " got a new task during the look: " + task);
        return Stream.concat(lost, gained).reduce((one, other) -> one + "; " + other);
    }

    private static boolean runs(TaskState task, List<TaskState> tasks) {
        return tasks.stream().anyMatch(other -> other.id().equals(task.id()) && other.isRunning());
    }

    private static String now(TaskState task, List<TaskState> after) {
        return after.stream()
                .filter(other -> other.id().equals(task.id()))
                .findFirst()
                .map(other -> other
                        + (other.phase().isOver()
                                ? ""
                                : ", to be " + other.wanted().word()))
                .orElse(task + " before, and gone now");
    }

    private static String latest(List<TaskState> tasks) {
        return tasks.isEmpty() ? "" : ", its latest: " + tasks.get(tasks.size() - 1);
    }
}
