package org.recipeharness.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
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
 * <p>Converged means: every service has its number of running tasks (a health check counts, as swarm calls a task running only
 * once it has passed) or, beside the main one, has done its work and ended; no update is under way; and a second later it is
 * still the same tasks.
 */
final class Convergence {

    private static final Duration STABLE = Duration.ofSeconds(1);
    // Swarm has no events of tasks, so one more look is due even when nothing was heard.
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(1);

    private final Swarm swarm;
    private final RenderedStack stack;
    private final String mainService;
    private final CrashWatch crashes;
    private final InstantSource clock;
    private final GivenUp givenUp = new GivenUp();

    Convergence(Swarm swarm, AppPlan plan) {
        this(swarm, plan, InstantSource.system());
    }

    Convergence(Swarm swarm, AppPlan plan, InstantSource clock) {
        this.clock = clock;
        this.swarm = swarm;
        this.stack = plan.stack();
        this.mainService = plan.mainService();
        this.crashes = new CrashWatch(swarm, plan);
    }

    void await(Changes changes, Duration limit) throws InterruptedException {
        Instant deadline = clock.instant().plus(limit);
        Optional<Steady> steady = Optional.empty();
        while (true) {
            List<ServiceState> services = swarm.services(stack.name());
            List<TaskState> tasks = swarm.tasks(stack.name());
            failOnUpdate(services);
            failOnCrashLoop(services, tasks);
            Instant now = clock.instant();
            failOnGivenUp(services, tasks, now);
            Optional<Steady> before = steady;
            steady = isConverged(services, tasks) ? Optional.of(Steady.at(now, tasks, before)) : Optional.empty();
            if (steady.filter(state -> state.lasted(now)).isPresent()) {
                return;
            }
            if (now.isAfter(deadline)) {
                throw new DeployFailedException("Deploying the stack " + stack.name() + ": not converged after "
                        + limit.toSeconds() + " s. " + describe(services, tasks)
                        + ". If it only needs longer: -Dharness.deploy-timeout=<seconds>s");
            }
            changes.await(LONGEST_SILENCE);
        }
    }

    private void failOnUpdate(List<ServiceState> services) {
        for (ServiceState service : services) {
            Optional<UpdateState> stuck = service.update()
                    .filter(update -> !update.phase().isUnderWay() && update.phase() != UpdateState.Phase.COMPLETED);
            if (stuck.isPresent()) {
                throw new DeployFailedException("Deploying the stack " + stack.name() + ": the update of service '"
                        + service.shortName() + "' is "
                        + stuck.get().phase().name().toLowerCase(Locale.ROOT) + ": "
                        + stuck.get().message());
            }
        }
    }

    private void failOnCrashLoop(List<ServiceState> services, List<TaskState> tasks) throws InterruptedException {
        Optional<String> death = crashes.death(services, tasks);
        if (death.isPresent()) {
            throw new DeployFailedException(death.get());
        }
    }

    private void failOnGivenUp(List<ServiceState> services, List<TaskState> tasks, Instant now)
            throws InterruptedException {
        for (ServiceState service : services) {
            ServiceTasks own = ServiceTasks.of(service, tasks);
            if (!isConverged(service, own) && givenUp.on(own, now)) {
                throw new DeployFailedException("Deploying the stack " + stack.name() + ": the service '"
                        + service.shortName() + "' has ended, and its restart policy does not start it again. "
                        + own.describe(service) + crashes.lastLines(service));
            }
        }
    }

    private boolean isConverged(List<ServiceState> services, List<TaskState> tasks) {
        return services.size() >= stack.services().size()
                && services.stream().allMatch(service -> isConverged(service, ServiceTasks.of(service, tasks)));
    }

    private boolean isConverged(ServiceState service, ServiceTasks tasks) {
        boolean updating =
                service.update().filter(update -> update.phase().isUnderWay()).isPresent();
        // A service beside the main one may be there for one piece of work, and end.
        boolean done = tasks.areComplete() && !service.shortName().equals(mainService);
        return !updating && (tasks.running() == service.replicas() || done);
    }

    /** The tasks that run or have done their work, and since when they are the same ones. */
    private record Steady(Set<String> tasks, Instant since) {

        static Steady at(Instant now, List<TaskState> all, Optional<Steady> before) {
            Set<String> tasks = all.stream()
                    .filter(task -> task.isRunning() || task.phase() == TaskPhase.COMPLETE)
                    .map(TaskState::id)
                    .collect(Collectors.toSet());
            return before.filter(same -> same.tasks().equals(tasks)).orElseGet(() -> new Steady(tasks, now));
        }

        boolean lasted(Instant now) {
            return Duration.between(since, now).compareTo(STABLE) >= 0;
        }
    }

    private static String describe(List<ServiceState> services, List<TaskState> tasks) {
        return services.stream()
                .map(service -> ServiceTasks.of(service, tasks).describe(service))
                .collect(Collectors.joining("; "));
    }
}
