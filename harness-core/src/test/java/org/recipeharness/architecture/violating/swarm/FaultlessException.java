package org.recipeharness.architecture.violating.swarm;

/** An exception that does not show who is to answer for it. */
public final class FaultlessException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
