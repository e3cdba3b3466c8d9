package org.recipeharness.app;

import java.util.List;
import java.util.Optional;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;
import org.recipeharness.swarm.UpdateState;

/** Notices an update that the swarm has given up; that it does by itself, and whatever runs then may look healthy. */
final class UpdateWatch {

    private final Before before;
    private final TaskHealth health;
    private final LogTail logs;

    UpdateWatch(Before before, TaskHealth health, LogTail logs) {
        this.before = before;
        this.health = health;
        this.logs = logs;
    }

    Optional<DeployFailedException> failure(List<ServiceState> services, List<TaskState> tasks)
            throws InterruptedException {
        for (ServiceState service : services) {
            Optional<UpdateState> update = before.newUpdate(service).filter(UpdateWatch::isGivenUp);
            if (update.isPresent()) {
                return Optional.of(failure(service, update.get(), tasks));
            }
        }
        return Optional.empty();
    }

    static boolean isGivenUp(UpdateState update) {
        return update.phase() != UpdateState.Phase.UPDATING && update.phase() != UpdateState.Phase.COMPLETED;
    }

    private DeployFailedException failure(ServiceState service, UpdateState update, List<TaskState> tasks)
            throws InterruptedException {
        String task = failed(service, tasks)
                .map(failed -> ". What failed: " + failed + health.words(failed))
                .orElse("");
        boolean paused = update.phase() == UpdateState.Phase.PAUSED;
        return new DeployFailedException(
                paused ? DeployFailure.PAUSED : DeployFailure.ROLLED_BACK,
                "Updating the service '" + service.shortName() + "': the swarm has "
                        + (paused
                                ? "paused the update, as its failure_action says, and will not go on by itself"
                                : "rolled it back, as its failure_action says: what runs now is the version before,"
                                        + " however healthy it looks")
                        + " (" + update.message() + ")" + task + logs.of(service));
    }

    /** The newest task of the update that has ended by itself: one that ended well is one that its health check ended. */
    private Optional<TaskState> failed(ServiceState service, List<TaskState> tasks) {
        return ServiceTasks.newOf(service, tasks, before).tasks().stream()
                .filter(task -> task.phase().isFailure() || task.phase() == TaskPhase.COMPLETE)
                .reduce((earlier, later) -> later);
    }
}
