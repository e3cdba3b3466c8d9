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
    private final Before before;
    private final PrePull.Result pulled;

    ImageSupply(RenderedStack stack, Before before, PrePull.Result pulled) {
        this.stack = stack;
        this.before = before;
        this.pulled = pulled;
    }

    /**
     * Tells of an image that can't be had: at once where the registry has said so or the swarm has given its update up, else at the
     * third attempt.
     */
    Optional<DeployFailedException> failure(List<ServiceState> services, List<TaskState> tasks) {
        return services.stream()
                .flatMap(service -> missing(service, tasks).filter(image -> isSettled(image, service)).stream())
                .map(MissingImage::failure)
                .findFirst();
    }

    private boolean isSettled(MissingImage image, ServiceState service) {
        return image.isCertain()
                || image.attempts() >= ATTEMPTS
                || before.newUpdate(service).filter(UpdateWatch::isGivenUp).isPresent();
    }

    /** Tells whether it was for want of an image that the latest of a service's new tasks has ended. */
    Optional<MissingImage> missing(ServiceState service, List<TaskState> tasks) {
        List<TaskState> ended = ServiceTasks.newOf(service, tasks, before).ended();
        if (ended.isEmpty() || !isRejection(ended.get(ended.size() - 1))) {
            return Optional.empty();
        }
        String image =
                stack.service(service.shortName()).map(StackService::image).orElse(service.image());
        return Optional.of(new MissingImage(
                stack.name(),
                service.shortName(),
                image,
                ended.get(ended.size() - 1).message(),
                (int) ended.stream().filter(ImageSupply::isRejection).count(),
                pulled.of(image)));
    }

    private static boolean isRejection(TaskState task) {
        return task.phase() == TaskPhase.REJECTED && task.message().startsWith(NO_IMAGE);
    }
}
