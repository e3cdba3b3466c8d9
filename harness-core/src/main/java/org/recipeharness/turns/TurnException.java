package org.recipeharness.turns;

import org.recipeharness.fault.Fault;
import org.recipeharness.fault.HarnessException;
import org.recipeharness.fault.Party;

/** A run's turn that has not come in time: that says nothing of its recipe. */
public final class TurnException extends HarnessException {

    private static final long serialVersionUID = 1L;

    TurnException(String message) {
        super(message);
    }

    @Override
    public Fault fault() {
        return Fault.of(Party.EXTERNAL);
    }
}
