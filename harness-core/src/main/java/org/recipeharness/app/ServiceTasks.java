package org.recipeharness.app;

import java.util.List;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;

/** The tasks of one service, the oldest first. */
record ServiceTasks(List<TaskState> tasks) {

    static ServiceTasks of(ServiceState service, List<TaskState> all) {
        return new ServiceTasks(
                all.stream().filter(task -> task.service().equals(service.id())).toList());
    }

    int running() {
        return (int) tasks.stream().filter(TaskState::isRunning).count();
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

    /** A service that runs to its end and is not restarted has done its work; one that is restarted has a newer task. */
    boolean areComplete() {
        return !tasks.isEmpty() && tasks.get(tasks.size() - 1).phase() == TaskPhase.COMPLETE;
    }

    /** No task runs, and none is on its way. */
    boolean areAllOver() {
        return !tasks.isEmpty() && tasks.stream().allMatch(task -> task.phase().isOver());
    }

    String describe(ServiceState service) {
        String count = service.shortName() + " " + running() + "/" + service.replicas() + " running";
        return tasks.isEmpty() ? count + ", no task yet" : count + ", latest: " + tasks.get(tasks.size() - 1);
    }
}
