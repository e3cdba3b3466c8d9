package org.recipeharness.swarm;

import org.jspecify.annotations.Nullable;

/** An operation that the engine or the swarm did not perform. */
public final class SwarmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

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
        super(message, cause);
    }
}
