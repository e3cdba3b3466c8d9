package org.recipeharness.junit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.recipeharness.stack.ContentDigest;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackName;
import org.recipeharness.stack.StackService;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;
import org.recipeharness.swarm.UpdateState;

/** A stack on a {@link RecordingSwarm}: one running task a service, and the tasks that came before it. */
final class RunningStack {

    private static final int KILLED = 137;
    private static final ContentDigest ENDPOINT = ContentDigest.of("ports");

    private final RenderedStack sent;
    private Optional<UpdateState> update = Optional.empty();
    private final List<TaskState> tasks = new ArrayList<>();

    /**
     * Begins to run.
     *
     * @param sent what was deployed
     * @param past the tasks that ran under the stack's name before
     */
    RunningStack(RenderedStack sent, List<TaskState> past) {
        this.sent = sent;
        tasks.addAll(past);
        sent.services().forEach(service -> tasks.add(running(service.name())));
    }

    StackName name() {
        return sent.name();
    }

    List<ServiceState> services() {
        return sent.services().stream().map(this::state).toList();
    }

    private ServiceState state(StackService service) {
        Map<String, String> labels = new TreeMap<>(service.labels());
        service.declared().forEach(label -> labels.put(label.name(), label.value()));
        labels.put(ServiceState.STACK_LABEL, name().text());
        return new ServiceState(
                service.name(),
                name() + "_" + service.name(),
                service.image(),
                1,
                labels,
                service.ports(),
                spec(),
                ENDPOINT,
                update);
    }

    synchronized List<TaskState> tasks() {
        return List.copyOf(tasks);
    }

    /** The tasks as the next stack of this name finds them. */
    synchronized List<TaskState> past() {
        return tasks.stream().map(RunningStack::shutDown).toList();
    }

    private ContentDigest spec() {
        return ContentDigest.of(sent.document());
    }

    private static TaskState shutDown(TaskState task) {
        return new TaskState(
                task.id(),
                task.service(),
                task.slot(),
                task.spec(),
                TaskPhase.SHUTDOWN,
                TaskPhase.SHUTDOWN,
                task.created(),
                task.since(),
                task.container(),
                task.exit(),
                task.message());
    }

    /** Lets the update that brought this stack have been rolled back. */
    void rollBack(String reason) {
        update = Optional.of(new UpdateState(UpdateState.Phase.ROLLBACK_COMPLETED, Instant.EPOCH, reason));
    }

    synchronized void loseTask(String service) {
        tasks.replaceAll(task -> task.service().equals(service) && task.isRunning() ? failed(task) : task);
        tasks.add(running(service));
    }

    synchronized void crashLoop(String service) {
        loseTask(service);
        loseTask(service);
        loseTask(service);
    }

    private TaskState running(String service) {
        return new TaskState(
                service + tasks.size(),
                service,
                1,
                spec(),
                TaskPhase.RUNNING,
                TaskPhase.RUNNING,
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.of("container-of-" + service),
                OptionalInt.empty(),
                "");
    }

    private static TaskState failed(TaskState task) {
        return new TaskState(
                task.id(),
                task.service(),
                task.slot(),
                task.spec(),
                TaskPhase.FAILED,
                TaskPhase.SHUTDOWN,
                task.created(),
                task.since(),
                task.container(),
                OptionalInt.of(KILLED),
                "task: non-zero exit (137)");
    }
}
