package org.recipeharness.tier;

import java.util.List;

/** An app that answers, and is not fit to be a canonical all the same: it lost a task, or its services reach strangers. */
public final class UnsoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsoundException(String what, List<String> faults) {
        super("Looking at " + what + ": " + String.join("; ", faults));
    }
}
