package org.recipeharness.deployment;

import org.recipeharness.fault.Fault;
import org.recipeharness.fault.HarnessException;

/** A tier for which there is nothing to do, with the reason; neither red nor passed over in silence. */
public final class NotApplicableException extends HarnessException {

    private static final long serialVersionUID = 1L;

    public NotApplicableException(String reason) {
        super(reason);
    }

    @Override
    public Fault fault() {
        return Fault.UNKNOWN;
    }
}
