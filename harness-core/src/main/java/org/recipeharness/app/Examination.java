package org.recipeharness.app;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.recipeharness.stack.StackService;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.TaskState;
import org.recipeharness.symptom.Account;
import org.recipeharness.symptom.Symptom;
import org.recipeharness.symptom.Symptoms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks what the services of an app that failed show of the reason.
 *
 * <p>Limitation: what counts is told by the engine's times against a time of this machine; where their clocks differ, so much of the
 * log too much or too little is looked at.
 */
public final class Examination {

    private static final Logger LOG = LoggerFactory.getLogger(Examination.class);

    /** How much of a service's log is looked at. */
    static final int LINES = 200;

    private final Swarm swarm;
    private final AppPlan plan;
    private final Instant since;

    /**
     * Prepares to look.
     *
     * @param swarm where the app is, or should be
     * @param plan what was deployed
     * @param since from when on what was said counts; what a service says while it waits for another to come up is no symptom of a
     *     failure that came later
     */
    public Examination(Swarm swarm, AppPlan plan, Instant since) {
        this.swarm = swarm;
        this.plan = plan;
        this.since = since;
    }

    /**
     * Looks at all services that were sent; one whose log can't be read is left out, and that is logged.
     *
     * @return by service, in the compose file's order; empty where nothing known was said
     * @throws SwarmException when the swarm does not answer
     * @throws InterruptedException when the thread is interrupted
     */
    public List<Symptom> symptoms() throws InterruptedException {
        var found = new ArrayList<Symptom>();
        List<ServiceState> services = swarm.services(plan.stack().name());
        List<TaskState> tasks = swarm.tasks(plan.stack().name());
        for (ServiceState service : services) {
            try {
                found.addAll(of(service, swarm.logs(service, LINES), services, tasks));
            } catch (SwarmException e) {
                LOG.warn("No symptoms of service {}: {}", service.name(), e.getMessage());
            }
        }
        return found;
    }

    /** Looks at one service whose log was read. */
    List<Symptom> symptoms(ServiceState service, List<String> log) {
        return of(
                service,
                log,
                swarm.services(plan.stack().name()),
                swarm.tasks(plan.stack().name()));
    }

    private List<Symptom> of(
            ServiceState service, List<String> log, List<ServiceState> services, List<TaskState> tasks) {
        Optional<StackService> sent = plan.stack().service(service.shortName());
        if (sent.isEmpty()) {
            return List.of();
        }
        List<TaskState> own = tasks.stream()
                .filter(task ->
                        task.service().equals(service.id()) && !task.since().isBefore(since))
                .toList();
        return Symptoms.of(new Account(
                plan.stack(),
                sent.get(),
                log.stream()
                        .flatMap(line -> said(line).stream())
                        .map(plan.masking()::mask)
                        .toList(),
                own.stream()
                        .map(TaskState::message)
                        .filter(message -> !message.isEmpty())
                        .toList(),
                ranOutOfMemory(own),
                running(services, tasks)));
    }

    /** Takes the time off a line; nothing is left of one that is too old. */
    private Optional<String> said(String line) {
        int blank = line.indexOf(' ');
        try {
            Instant time = Instant.parse(line.substring(0, Math.max(0, blank)));
            return time.isBefore(since) ? Optional.empty() : Optional.of(line.substring(blank + 1));
        } catch (DateTimeParseException e) {
            // A line that the service broke off or that has no time: better one too many than the one that tells.
            return Optional.of(line);
        }
    }

    private boolean ranOutOfMemory(List<TaskState> own) {
        return own.stream()
                .filter(task -> task.phase().isFailure())
                .reduce((earlier, later) -> later)
                .flatMap(TaskState::container)
                .filter(swarm::ranOutOfMemory)
                .isPresent();
    }

    private static Set<String> running(List<ServiceState> services, List<TaskState> tasks) {
        return services.stream()
                .filter(service ->
                        tasks.stream().anyMatch(task -> task.service().equals(service.id()) && task.isRunning()))
                .map(ServiceState::shortName)
                .collect(Collectors.toSet());
    }
}
