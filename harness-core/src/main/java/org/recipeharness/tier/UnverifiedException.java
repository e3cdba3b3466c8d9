package org.recipeharness.tier;

import java.util.List;

/** Evidence that is owed and missing: not a failure of what was tested, but it blocks like one. */
public final class UnverifiedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "Unverified: ";

    /**
     * Says what could not be verified.
     *
     * @param message what is missing, and what to do
     */
    public UnverifiedException(String message) {
        super(message);
    }

    UnverifiedException(String message, List<? extends Throwable> reasons) {
        super(message);
        reasons.forEach(this::addSuppressed);
    }

    UnverifiedException(String operation, Throwable failure) {
        super(
                PREFIX + operation + " failed before: "
                        + String.valueOf(failure.getMessage())
                                .lines()
                                .findFirst()
                                .map(line -> line.startsWith(PREFIX) ? line.substring(PREFIX.length()) : line)
                                .orElse(""),
                failure);
    }
}
