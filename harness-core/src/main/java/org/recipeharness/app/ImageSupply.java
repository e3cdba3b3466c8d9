package org.recipeharness.app;

import java.util.List;
import java.util.Optional;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackService;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;

/** Notices tasks that are rejected for want of their image, and tells when that is settled. */
final class ImageSupply {

    /** As many as make a crash loop: a registry that could not be asked may be back for the next attempt. */
    private static final int ATTEMPTS = 3;

    private static final String NO_IMAGE = "No such image: ";

    private final RenderedStack stack;
    private final PrePull.Result pulled;

    ImageSupply(RenderedStack stack, PrePull.Result pulled) {
        this.stack = stack;
        this.pulled = pulled;
    }

    /**
     * Tells of an image that can't be had: at once where the registry says so, else at the third attempt.
     *
     * @return empty while there is none, or an attempt is left
     */
    Optional<MissingImage> missing(List<ServiceState> services, List<TaskState> tasks) {
        return services.stream()
                .flatMap(service -> missing(service, ServiceTasks.of(service, tasks)).stream())
                .findFirst();
    }

    private Optional<MissingImage> missing(ServiceState service, ServiceTasks tasks) {
        List<TaskState> rejected = tasks.tasks().stream()
                .filter(task ->
                        task.phase() == TaskPhase.REJECTED && task.message().startsWith(NO_IMAGE))
                .toList();
        if (rejected.isEmpty()) {
            return Optional.empty();
        }
        String image =
                stack.service(service.shortName()).map(StackService::image).orElse(service.image());
        var missing = new MissingImage(
                stack.name(),
                service.shortName(),
                image,
                rejected.get(rejected.size() - 1).message(),
                pulled.of(image));
        return Optional.of(missing).filter(found -> found.isCertain() || rejected.size() >= ATTEMPTS);
    }
}
