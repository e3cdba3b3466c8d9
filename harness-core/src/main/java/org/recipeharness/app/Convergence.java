package org.recipeharness.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.swarm.Changes;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;
import org.recipeharness.swarm.UpdateState;

/**
 * Waits until all services of a stack run as they are meant to.
 *
 * <p>Converged means: every service that was sent has its number of running tasks (a health check counts, as swarm calls a task
 * running only once it has passed), all of them made of what was sent and not of what ran before; or, beside the main one, it has
 * done its work and ended; no update is under way; and a second later it is still the same tasks.
 */
final class Convergence {

    private static final Duration STABLE = Duration.ofSeconds(1);
    // Swarm has no events of tasks, so one more look is due even when nothing was heard.
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(1);

    private final Swarm swarm;
    private final RenderedStack stack;
    private final String mainService;
    private final Before before;
    private final ImageSupply images;
    private final UpdateWatch updates;
    private final NodeFaultWatch nodes;
    private final AddressWatch addresses;
    private final PlacementWatch placement;
    private final CrashWatch crashes;
    private final LogTail logs;
    private final TaskHealth health;
    private final InstantSource clock;
    private final GivenUp givenUp = new GivenUp();

    Convergence(Swarm swarm, AppPlan plan, Before before, PrePull.Result pulled) {
        this(swarm, plan, before, pulled, InstantSource.system());
    }

    Convergence(Swarm swarm, AppPlan plan, Before before, PrePull.Result pulled, InstantSource clock) {
        this.clock = clock;
        this.swarm = swarm;
        this.stack = plan.stack();
        this.mainService = plan.mainService();
        this.before = before;
        this.logs = new LogTail(swarm, plan, before);
        this.images = new ImageSupply(plan.stack(), before, pulled);
        this.health = new TaskHealth(swarm, plan.masking());
        this.updates = new UpdateWatch(before, health, logs);
        this.nodes = new NodeFaultWatch(swarm, plan.stack(), before);
        this.addresses = new AddressWatch(swarm, plan.stack().name(), before);
        this.placement = new PlacementWatch(plan.stack(), before);
        this.crashes = new CrashWatch(swarm, plan, before);
    }

    void await(Changes changes, Duration limit) throws InterruptedException {
        Instant deadline = clock.instant().plus(limit);
        Optional<Steady> steady = Optional.empty();
        while (true) {
            List<ServiceState> services = sent(swarm.services(stack.name()));
            List<TaskState> tasks = swarm.tasks(stack.name());
            Instant now = clock.instant();
            // An image or an address that is missing makes updates stop and tasks fail. The cause is checked before
            // them.
            failIf(images.failure(services, tasks));
            failIf(addresses.failure(services, tasks, now));
            failIf(nodes.failure(services, tasks, now));
            failIf(placement.failure(services, tasks, now));
            failIf(updates.failure(services, tasks));
            failIf(crashes.failure(services, tasks));
            failIf(ended(services, tasks, now));
            Optional<Steady> earlier = steady;
            steady = isConverged(services, tasks) ? Optional.of(Steady.at(now, tasks, earlier)) : Optional.empty();
            if (steady.filter(state -> state.lasted(now)).isPresent()) {
                return;
            }
            if (now.isAfter(deadline)) {
                failIf(nodes.atLimit(services, tasks));
                throw new DeployFailedException(
                        DeployFailure.TIMED_OUT,
                        "Deploying the stack " + stack.name() + ": not converged after " + limit.toSeconds() + " s. "
                                + describe(services, tasks)
                                + ". If it only needs longer: -Dharness.deploy-timeout=<seconds>s");
            }
            changes.await(LONGEST_SILENCE);
        }
    }

    private static void failIf(Optional<DeployFailedException> failure) {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /** A service that a former version had is left running by a deploy, and proves nothing about this one. */
    private List<ServiceState> sent(List<ServiceState> services) {
        return services.stream()
                .filter(service -> stack.service(service.shortName()).isPresent())
                .toList();
    }

    private Optional<DeployFailedException> ended(List<ServiceState> services, List<TaskState> tasks, Instant now)
            throws InterruptedException {
        for (ServiceState service : services) {
            ServiceTasks own = ServiceTasks.of(service, tasks, before);
            if (!isConverged(service, own) && givenUp.on(own, now)) {
                Optional<DeployFailedException> outside = images.missing(service, tasks)
                        .map(MissingImage::failure)
                        .or(() -> nodes.ended(service, services, tasks));
                return Optional.of(outside.isPresent() ? outside.get() : ended(service, own));
            }
        }
        return Optional.empty();
    }

    private DeployFailedException ended(ServiceState service, ServiceTasks own) throws InterruptedException {
        return new DeployFailedException(
                health.isUnhealthy(own.latest()) ? DeployFailure.UNHEALTHY : DeployFailure.ENDED,
                "Deploying the stack " + stack.name() + ": the service '" + service.shortName()
                        + "' has ended, and its restart policy does not start it again. "
                        + own.describe(service) + health.words(own.latest()) + logs.of(service));
    }

    private boolean isConverged(List<ServiceState> services, List<TaskState> tasks) {
        return services.size() == stack.services().size()
                && services.stream().allMatch(service -> isConverged(service, ServiceTasks.of(service, tasks, before)));
    }

    private boolean isConverged(ServiceState service, ServiceTasks tasks) {
        boolean updating = service.update().map(UpdateState::phase).stream().anyMatch(UpdateState.Phase::isUnderWay);
        // A service beside the main one may be there for one piece of work, and end.
        boolean done =
                !service.shortName().equals(mainService) && tasks.areComplete() && !health.isUnhealthy(tasks.latest());
        return !updating && (tasks.running() == service.replicas() || done);
    }

    /** The tasks that run or have done their work, and since when they are the same ones. */
    private record Steady(Set<String> tasks, Instant since) {

        static Steady at(Instant now, List<TaskState> all, Optional<Steady> earlier) {
            Set<String> tasks = all.stream()
                    .filter(task -> task.isRunning() || task.phase() == TaskPhase.COMPLETE)
                    .map(TaskState::id)
                    .collect(Collectors.toSet());
            return earlier.filter(same -> same.tasks().equals(tasks)).orElseGet(() -> new Steady(tasks, now));
        }

        boolean lasted(Instant now) {
            return Duration.between(since, now).compareTo(STABLE) >= 0;
        }
    }

    private String describe(List<ServiceState> services, List<TaskState> tasks) {
        return services.stream()
                .map(service -> ServiceTasks.of(service, tasks, before).describe(service))
                .collect(Collectors.joining("; "));
    }
}
