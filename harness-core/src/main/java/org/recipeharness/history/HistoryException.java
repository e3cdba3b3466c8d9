package org.recipeharness.history;

import org.recipeharness.fault.Fault;
import org.recipeharness.fault.HarnessException;
import org.recipeharness.fault.Party;

/** Says that the history can't be read or written; it is as it was before. */
public final class HistoryException extends HarnessException {

    private static final long serialVersionUID = 1;

    HistoryException(String message) {
        super(message);
    }

    HistoryException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public Fault fault() {
        return Fault.of(Party.HARNESS);
    }
}
