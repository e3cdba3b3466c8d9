package org.recipeharness.app;

/** A deploy that the swarm took, but that did not become the running app that was sent. */
public final class DeployFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeployFailedException(String message) {
        super(message);
    }
}
