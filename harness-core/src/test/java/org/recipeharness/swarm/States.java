package org.recipeharness.swarm;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.recipeharness.app.AppPlan;
import org.recipeharness.app.Masking;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.TagKind;
import org.recipeharness.http.HttpAccess;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.stack.ContentDigest;
import org.recipeharness.stack.HostPort;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.stack.StackName;
import org.recipeharness.stack.StackService;

/** A stack called {@code demo}, as it is sent and as a swarm shows it. */
public final class States {

    public static final StackName STACK = new StackName("demo");
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final RunLabels LABELS = new RunLabels("run-1", "demo", "0123456789");

    private States() {}

    public static RenderedStack stack(String... services) {
        return new RenderedStack(
                STACK,
                LABELS,
                Arrays.stream(services)
                        .map(name -> new StackService(name, image(name), List.of(), List.of(), labels(), List.of()))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "services: {}\n");
    }

    public static AppPlan plan(RenderedStack stack) {
        return plan(stack, Masking.of(List.of(), List.of()));
    }

    public static AppPlan plan(RenderedStack stack, Masking masking) {
        var checkout = new Checkout(
                new RecipeName("demo"), Path.of("/checkout"), "1.0.0+1", "0123456789", false, TagKind.ANNOTATED);
        return new AppPlan(
                checkout,
                "demo.lab.test",
                HttpAccess.direct(),
                "127.0.0.1",
                stack.services().get(0).name(),
                stack,
                List.of(),
                masking);
    }

    /** A service with one replica that runs what was sent. */
    public static ServiceState service(String name) {
        return service(name, Optional.empty());
    }

    /** A service that publishes a port of the node. */
    public static ServiceState publishing(String name, int port) {
        ServiceState state = service(name);
        return new ServiceState(
                state.id(),
                state.name(),
                state.image(),
                1,
                state.labels(),
                List.of(new HostPort(port, 80, "tcp")),
                state.taskSpec(),
                state.endpointSpec(),
                state.update());
    }

    public static ServiceState service(String name, UpdateState.Phase update, String message) {
        return service(name, Optional.of(new UpdateState(update, START, message)));
    }

    /** A service in another version of what its tasks are told to be, and of its ports; with the update that brought it there. */
    public static ServiceState service(String name, String version, String ports, UpdateState update) {
        ServiceState state = service(name, Optional.of(update));
        return new ServiceState(
                state.id(),
                state.name(),
                state.image(),
                1,
                state.labels(),
                List.of(),
                spec(version),
                spec(ports),
                state.update());
    }

    private static ServiceState service(String name, Optional<UpdateState> update) {
        var labels = new HashMap<>(labels());
        labels.put(ServiceState.STACK_LABEL, STACK.text());
        return new ServiceState(
                name + "-id", STACK + "_" + name, image(name), 1, labels, List.of(), spec("1"), spec("ports"), update);
    }

    /** The n-th task of a service. */
    public static TaskState task(String service, int number, TaskPhase phase) {
        return task(service, number, phase, OptionalInt.empty(), "");
    }

    /** The n-th task of a service in another version of what it was told to be. */
    public static TaskState task(String service, int number, String version, TaskPhase phase) {
        TaskState task = task(service, number, phase);
        return new TaskState(
                task.id(),
                task.service(),
                task.slot(),
                spec(version),
                phase,
                task.wanted(),
                task.created(),
                task.since(),
                task.container(),
                task.exit(),
                task.message());
    }

    public static TaskState failedTask(String service, int number, int exit, String message) {
        return task(service, number, TaskPhase.FAILED, OptionalInt.of(exit), message);
    }

    /** A task that never had a container. */
    public static TaskState rejectedTask(String service, int number, String message) {
        return task(service, number, TaskPhase.REJECTED, OptionalInt.empty(), message);
    }

    /** A task for which the scheduler finds no node. */
    public static TaskState pendingTask(String service, int number, String message) {
        return task(service, number, TaskPhase.PENDING, OptionalInt.empty(), message);
    }

    private static TaskState task(String service, int number, TaskPhase phase, OptionalInt exit, String message) {
        return new TaskState(
                service + number,
                service + "-id",
                1,
                spec("1"),
                phase,
                phase.compareTo(TaskPhase.RUNNING) <= 0 ? TaskPhase.RUNNING : TaskPhase.SHUTDOWN,
                START,
                START.plusSeconds(number),
                Optional.of("container-of-" + service + number),
                exit,
                message);
    }

    /** What a service's tasks are told to be, in one of its versions. */
    public static ContentDigest spec(String version) {
        return ContentDigest.of(version);
    }

    private static String image(String service) {
        return "example/" + service + ":1";
    }

    private static Map<String, String> labels() {
        return Map.of(
                RunLabels.RUN, LABELS.run(), RunLabels.RECIPE, LABELS.recipe(), RunLabels.COMMIT, LABELS.commit());
    }
}
