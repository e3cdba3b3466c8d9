package org.recipeharness.swarm;

import org.jspecify.annotations.Nullable;

/** An operation that the engine or the swarm did not perform. */
public final class SwarmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean containerGone;

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
        this(message, cause, false);
    }

    private SwarmException(String message, @Nullable Throwable cause, boolean containerGone) {
        super(message, cause);
        this.containerGone = containerGone;
    }

    /**
     * Says that a container has gone before anything was begun in it, as happens when its task is being replaced.
     *
     * @param message what was to be done, in which container
     * @param cause the engine's answer
     * @return an error that may be gone when it is tried in the task's successor
     */
    public static SwarmException containerGone(String message, Throwable cause) {
        return new SwarmException(message, cause, true);
    }

    /**
     * Tells whether it is only that the container has gone before anything was begun in it.
     *
     * @return true when the same may succeed in another container of the service
     */
    public boolean isContainerGone() {
        return containerGone;
    }
}
