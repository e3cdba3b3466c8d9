package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.model.Task;
import com.github.dockerjava.api.model.TaskStatus;
import com.github.dockerjava.api.model.TaskStatusContainerStatus;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;

/** Reads the engine's picture of a task. */
final class TaskReading {

    private TaskReading() {}

    static TaskState read(Task task) {
        TaskStatus status = Objects.requireNonNull(task.getStatus(), "a task without a status");
        TaskStatusContainerStatus container = status.getContainerStatus();
        TaskPhase phase = phase(status.getState());
        return new TaskState(
                Objects.requireNonNull(task.getId(), "a task without an id"),
                Objects.requireNonNull(task.getServiceId(), "a task without a service"),
                task.getSlot() == null ? 0 : task.getSlot(),
                RawSpec.ofTask(task),
                phase,
                phase(task.getDesiredState()),
                Instant.parse(Objects.requireNonNull(task.getCreatedAt(), "a task without the time of its making")),
                Instant.parse(Objects.requireNonNull(status.getTimestamp(), "a task's status without a time")),
                containerId(container),
                exit(phase, container),
                message(status));
    }

    private static Optional<String> containerId(@Nullable TaskStatusContainerStatus container) {
        return Optional.ofNullable(container == null ? null : container.getContainerID())
                .filter(id -> !id.isEmpty());
    }

    private static TaskPhase phase(com.github.dockerjava.api.model.@Nullable TaskState state) {
        return TaskPhase.valueOf(
                Objects.requireNonNull(state, "a task without a state").name());
    }

    /** The engine says 0 for a container that runs, and for one that was never made. */
    private static OptionalInt exit(TaskPhase phase, @Nullable TaskStatusContainerStatus container) {
        boolean ended = phase.compareTo(TaskPhase.COMPLETE) >= 0
                && containerId(container).isPresent();
        Long code = container == null || !ended ? null : container.getExitCodeLong();
        return code == null ? OptionalInt.empty() : OptionalInt.of(code.intValue());
    }

    /** The error where there is one; the message beside it only names the phase. */
    private static String message(TaskStatus status) {
        String error = status.getErr();
        return error == null ? "" : error.strip();
    }
}
