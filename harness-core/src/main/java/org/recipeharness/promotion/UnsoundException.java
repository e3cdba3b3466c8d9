package org.recipeharness.promotion;

import java.util.List;
import org.recipeharness.fault.Fault;
import org.recipeharness.fault.HarnessException;
import org.recipeharness.fault.Party;

/** An app that answers, and is not fit to be a canonical all the same: it lost a task, or its services reach strangers. */
public final class UnsoundException extends HarnessException {

    private static final long serialVersionUID = 1L;

    UnsoundException(String what, List<String> faults) {
        super("Looking at " + what + ": " + String.join("; ", faults));
    }

    @Override
    public Fault fault() {
        return Fault.of(Party.RECIPE);
    }
}
