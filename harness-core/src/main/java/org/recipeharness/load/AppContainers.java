package org.recipeharness.load;

import java.util.List;
import java.util.Optional;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.TaskState;

/** The containers of an app that run now. */
record AppContainers(DeployedApp app) {

    List<String> all() {
        return found("any service", Optional.empty());
    }

    List<String> ofMainService() {
        String main = app.exec().service();
        return found(
                "its main service '" + main + "'", Optional.of(app.service(main).id()));
    }

    private List<String> found(String whose, Optional<String> service) {
        List<String> containers = app.tasks().stream()
                .filter(TaskState::isRunning)
                .filter(task -> service.isEmpty() || service.get().equals(task.service()))
                .flatMap(task -> task.container().stream())
                .toList();
        if (containers.isEmpty()) {
            throw new SwarmException("Looking for containers of " + whose + " of stack "
                    + app.stack().name() + ": none runs");
        }
        return containers;
    }
}
