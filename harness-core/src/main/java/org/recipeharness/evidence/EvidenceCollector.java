package org.recipeharness.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.recipeharness.app.AppPlan;
import org.recipeharness.app.PrePull;
import org.recipeharness.report.model.ServiceStory;
import org.recipeharness.stack.StackService;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.TaskState;

/** Collects what is needed to judge a red result; a step that fails says so in its place and hides nothing of the others. */
public final class EvidenceCollector {

    private static final int LOG_LINES = 2000;

    private final Swarm swarm;

    /**
     * Prepares to collect from a swarm.
     *
     * @param swarm where the app is, or should be
     */
    public EvidenceCollector(Swarm swarm) {
        this.swarm = swarm;
    }

    /**
     * Collects the evidence on an app as it is now.
     *
     * @param plan what was deployed
     * @param pulled what came of its images before
     * @return commit and adaptations, services, task history, images, the sent stack, each service's log
     * @throws InterruptedException when the thread is interrupted
     */
    public List<EvidenceFile> collect(AppPlan plan, PrePull.Result pulled) throws InterruptedException {
        var files = new ArrayList<EvidenceFile>();
        files.add(guarded(plan, "run.txt", () -> run(plan)));
        files.add(guarded(plan, "tasks.txt", () -> tasks(plan)));
        files.add(guarded(plan, "images.txt", pulled::text));
        files.add(guarded(plan, "stack.yml", () -> plan.stack().document()));
        for (StackService service : plan.stack().services()) {
            files.add(guarded(plan, ServiceStories.logFile(service.name()), () -> log(plan, service)));
        }
        return files;
    }

    /**
     * Tells what became of each service.
     *
     * @param plan what was deployed
     * @param files what {@link #collect} has given, whose logs are taken
     * @return the services that were sent, in their order
     */
    public List<ServiceStory> stories(AppPlan plan, List<EvidenceFile> files) {
        List<TaskState> tasks = swarm.tasks(plan.stack().name());
        List<ServiceState> there = swarm.services(plan.stack().name());
        return plan.stack().services().stream()
                .map(service -> ServiceStories.of(
                        service.name(),
                        there.stream()
                                .filter(state -> state.shortName().equals(service.name()))
                                .findFirst(),
                        tasks,
                        files))
                .toList();
    }

    private static EvidenceFile guarded(AppPlan plan, String name, Step step) throws InterruptedException {
        try {
            return new EvidenceFile(name, plan.masking().mask(step.text()));
        } catch (RuntimeException e) {
            // Whatever it is: the reason of one step must not take the others along.
            return new EvidenceFile(
                    name, "This could not be collected: " + plan.masking().mask(e.toString()));
        }
    }

    private static String run(AppPlan plan) {
        String adaptations = plan.stack().adaptations().stream()
                .map(adaptation -> "adapted: " + adaptation + "\n")
                .collect(Collectors.joining());
        String drift = plan.drift().stream()
                .map(each -> "differs from the recipe: " + each + "\n")
                .collect(Collectors.joining());
        return "recipe: " + plan.checkout().recipe() + "\nref: "
                + plan.checkout().ref() + "\ncommit: "
                + plan.stack().labels().commit() + "\nrun: "
                + plan.stack().labels().run() + "\ndomain: " + plan.domain()
                + "\nstack: " + plan.stack().name() + "\n" + adaptations + drift;
    }

    private String tasks(AppPlan plan) {
        List<TaskState> tasks = swarm.tasks(plan.stack().name());
        return swarm.services(plan.stack().name()).stream()
                .map(service -> history(service, tasks))
                .collect(Collectors.joining("\n"));
    }

    private static String history(ServiceState service, List<TaskState> tasks) {
        return service.shortName() + ": " + ServiceStories.words(service) + "\n"
                + tasks.stream()
                        .filter(task -> task.service().equals(service.id()))
                        .map(task -> "  " + task.since() + " slot " + task.slot() + " " + task + " (wanted "
                                + task.wanted().word() + ")\n")
                        .collect(Collectors.joining());
    }

    private String log(AppPlan plan, StackService service) throws InterruptedException {
        for (ServiceState state : swarm.services(plan.stack().name())) {
            if (state.shortName().equals(service.name())) {
                return String.join("\n", swarm.logs(state, LOG_LINES)) + "\n";
            }
        }
        return "The service is not on the swarm.\n";
    }

    @FunctionalInterface
    private interface Step {
        String text() throws InterruptedException;
    }
}
