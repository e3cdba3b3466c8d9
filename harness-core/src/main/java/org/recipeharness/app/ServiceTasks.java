package org.recipeharness.app;

import java.util.List;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;

/**
 * The tasks of one service, the oldest first.
 *
 * @param tasks all of them, as far as the swarm remembers
 * @param current those that are what the service is to run now; others may still run while an update goes on
 */
record ServiceTasks(List<TaskState> tasks, List<TaskState> current) {

    static ServiceTasks of(ServiceState service, List<TaskState> all, Before before) {
        List<TaskState> own =
                all.stream().filter(task -> task.service().equals(service.id())).toList();
        return new ServiceTasks(
                own,
                own.stream().filter(task -> before.isCurrent(task, service)).toList());
    }

    /** Those that the latest deploy has made. */
    static ServiceTasks newOf(ServiceState service, List<TaskState> all, Before before) {
        return of(service, before.newOf(all), before);
    }

    int running() {
        return (int) current.stream().filter(TaskState::isRunning).count();
    }

    /** Those that ended in a failure, and those that ended well only to be started again in their slot. */
    List<TaskState> ended() {
        return tasks.stream()
                .filter(task -> task.phase().isFailure() || (task.phase() == TaskPhase.COMPLETE && isReplaced(task)))
                .toList();
    }

    private boolean isReplaced(TaskState task) {
        return tasks.subList(tasks.indexOf(task) + 1, tasks.size()).stream()
                .anyMatch(later -> task.slot() > 0 && later.slot() == task.slot());
    }

    /** The newest of those that the service is to run now; there must be one. */
    TaskState latest() {
        return current.get(current.size() - 1);
    }

    /** A service that runs to its end and is not restarted has done its work; one that is restarted has a newer task. */
    boolean areComplete() {
        return !current.isEmpty() && latest().phase() == TaskPhase.COMPLETE;
    }

    /** No task runs, and none is on its way. */
    boolean areAllOver() {
        return !current.isEmpty()
                && current.stream().allMatch(task -> task.phase().isOver());
    }

    String describe(ServiceState service) {
        String count = service.shortName() + " " + running() + "/" + service.replicas() + " running";
        return current.isEmpty() ? count + ", no task yet" : count + ", latest: " + latest();
    }
}
