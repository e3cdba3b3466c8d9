package org.recipeharness.swarm;

/** A stack that the swarm does not take, whatever it is asked again. */
public final class StackRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what was refused.
     *
     * @param message the stack, and the engine's reason
     * @param cause what it was noticed by
     */
    public StackRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
