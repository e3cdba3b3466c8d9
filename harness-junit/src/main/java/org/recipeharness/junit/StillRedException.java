package org.recipeharness.junit;

import org.recipeharness.fault.Fault;
import org.recipeharness.fault.HarnessException;

/** Says that a recipe is red as it was, and that nothing has changed that could make it green: so it was not run again. */
final class StillRedException extends HarnessException {

    private static final long serialVersionUID = 1;

    StillRedException(String told) {
        super(told);
    }

    @Override
    public Fault fault() {
        return Fault.UNKNOWN;
    }
}
