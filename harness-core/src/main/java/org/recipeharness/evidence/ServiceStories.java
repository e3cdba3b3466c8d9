package org.recipeharness.evidence;

import java.util.List;
import java.util.Optional;
import org.recipeharness.report.model.LogLine;
import org.recipeharness.report.model.ServiceStory;
import org.recipeharness.report.model.TaskStory;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.TaskState;

/** Turns what the swarm shows of a service into what a page tells. */
final class ServiceStories {

    private static final int ID_SHOWN = 8;

    private ServiceStories() {}

    static ServiceStory of(
            String service, Optional<ServiceState> state, List<TaskState> tasks, List<EvidenceFile> files) {
        return new ServiceStory(
                service,
                state.map(ServiceStories::words).orElse("The service is not on the swarm."),
                state.map(there -> tasks.stream()
                                .filter(task -> task.service().equals(there.id()))
                                .map(ServiceStories::story)
                                .toList())
                        .orElse(List.of()),
                files.stream()
                        .filter(file -> file.name().equals(logFile(service)))
                        .flatMap(file -> file.text().lines())
                        .map(LogLine::parse)
                        .toList());
    }

    /** What the file with a service's log is called. */
    static String logFile(String service) {
        return "log-" + service + ".txt";
    }

    /** What a service is to be, and how its update goes. */
    static String words(ServiceState service) {
        return service.image() + ", " + service.replicas() + " wanted"
                + service.update()
                        .map(state -> ", update " + state.phase() + " " + state.message())
                        .orElse("");
    }

    private static TaskStory story(TaskState task) {
        return new TaskStory(
                task.id().substring(0, Math.min(ID_SHOWN, task.id().length())),
                task.slot(),
                task.phase().word(),
                task.phase().isOver(),
                task.phase().isFailure(),
                task.created(),
                task.since(),
                task.exit(),
                task.message());
    }
}
