package org.recipeharness.swarm;

import org.jspecify.annotations.Nullable;

/** An operation that the engine or the swarm did not perform. */
public final class SwarmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /**
     * Says what was not performed.
     *
     * @param message what was being done, to which thing, what was found, what to do
     */
    public SwarmException(String message) {
        this(message, null);
    }

    /**
     * Says what was not performed, and why.
     *
     * @param message what was being done, to which thing, what was found, what to do
     * @param cause the engine's or the connection's error
     */
    public SwarmException(String message, @Nullable Throwable cause) {
        this(message, cause, Kind.PLAIN);
    }

    private SwarmException(String message, @Nullable Throwable cause, Kind kind) {
        super(message, cause);
        this.kind = kind;
    }

    /**
     * Says that a container has gone before anything was begun in it, as happens when its task is being replaced.
     *
     * @param message what was to be done, in which container
     * @param cause the engine's answer
     * @return an error that may be gone when it is tried in the task's successor
     */
    public static SwarmException containerGone(String message, Throwable cause) {
        return new SwarmException(message, cause, Kind.CONTAINER_GONE);
    }

    /**
     * Says that something is still there which was to be removed.
     *
     * @param message what was to be removed, what is left of it, what to do
     * @return an error that is the harness's own, which promises to leave nothing
     */
    public static SwarmException leftBehind(String message) {
        return new SwarmException(message, null, Kind.LEFT_BEHIND);
    }

    /**
     * Tells whether it is only that the container has gone before anything was begun in it.
     *
     * @return true when the same may succeed in another container of the service
     */
    public boolean isContainerGone() {
        return kind == Kind.CONTAINER_GONE;
    }

    /**
     * Tells whether it is that something is still there which was to be removed.
     *
     * @return true for what {@link #leftBehind} has made
     */
    public boolean isLeftBehind() {
        return kind == Kind.LEFT_BEHIND;
    }

    private enum Kind {
        PLAIN,
        CONTAINER_GONE,
        LEFT_BEHIND
    }
}
