package org.recipeharness.app;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.TaskState;
import org.recipeharness.swarm.UpdateState;

/**
 * A stack as it was before a deploy, so that what the swarm says of the past is not taken for an answer to that deploy.
 *
 * @param services by id
 * @param tasks the ids of the tasks that were there, however they ended
 * @param since when that was; what a log says from earlier is not about the deploy
 */
record Before(Map<String, ServiceState> services, Set<String> tasks, Instant since) {

    static Before nothing() {
        return new Before(Map.of(), Set.of(), Instant.EPOCH);
    }

    static Before of(Swarm swarm, StackName stack) {
        return new Before(
                swarm.services(stack).stream().collect(Collectors.toMap(ServiceState::id, Function.identity())),
                swarm.tasks(stack).stream().map(TaskState::id).collect(Collectors.toSet()),
                Instant.now());
    }

    /** The tasks that this deploy has made. */
    List<TaskState> newOf(List<TaskState> all) {
        return all.stream().filter(task -> !tasks.contains(task.id())).toList();
    }

    /** The update that this deploy has set off; the swarm goes on showing an earlier one until then. */
    Optional<UpdateState> newUpdate(ServiceState service) {
        Optional<UpdateState> earlier = earlier(service).flatMap(ServiceState::update);
        return service.update()
                .filter(update -> earlier.map(UpdateState::started)
                        .filter(update.started()::equals)
                        .isEmpty());
    }

    /** Whether a task is one of those that the service is to have now. */
    boolean isCurrent(TaskState task, ServiceState service) {
        return task.spec().equals(service.taskSpec()) && (!tasks.contains(task.id()) || hasSameEndpoint(service));
    }

    /** Whether this deploy makes the swarm replace the service's tasks. */
    boolean isReplaced(ServiceState service) {
        return earlier(service)
                .filter(was -> !was.taskSpec().equals(service.taskSpec()) || !hasSameEndpoint(service))
                .isPresent();
    }

    private boolean hasSameEndpoint(ServiceState service) {
        return earlier(service)
                .map(ServiceState::endpointSpec)
                .filter(service.endpointSpec()::equals)
                .isPresent();
    }

    private Optional<ServiceState> earlier(ServiceState service) {
        return Optional.ofNullable(services.get(service.id()));
    }
}
