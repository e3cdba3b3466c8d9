package org.recipeharness.load;

import org.recipeharness.fault.Fault;
import org.recipeharness.fault.HarnessException;
import org.recipeharness.fault.Party;

/** A load that was to be put on an app and could not, or not as it was meant: that says nothing of the app. */
public final class LoadException extends HarnessException {

    private static final long serialVersionUID = 1L;

    LoadException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public Fault fault() {
        return Fault.of(Party.HARNESS);
    }
}
