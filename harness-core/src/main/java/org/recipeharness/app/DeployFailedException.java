package org.recipeharness.app;

/** A deploy that the swarm took, but that did not become the running app that was sent. */
public final class DeployFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final DeployFailure failure;

    DeployFailedException(DeployFailure failure, String message) {
        super(message);
        this.failure = failure;
    }

    /**
     * Tells in which way it failed.
     *
     * @return the way
     */
    public DeployFailure failure() {
        return failure;
    }
}
