package org.recipeharness.turns;

/** A run's turn that has not come in time: that says nothing of its recipe. */
public final class TurnException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TurnException(String message) {
        super(message);
    }
}
