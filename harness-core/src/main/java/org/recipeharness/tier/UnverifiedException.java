package org.recipeharness.tier;

/** Evidence that is owed and missing: not a failure of what was tested, but it blocks like one. */
public final class UnverifiedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what could not be verified.
     *
     * @param message what is missing, and what to do
     */
    public UnverifiedException(String message) {
        super(message);
    }

    UnverifiedException(String operation, Throwable failure) {
        super(
                "Unverified: " + operation + " failed before: "
                        + String.valueOf(failure.getMessage())
                                .lines()
                                .findFirst()
                                .orElse(""),
                failure);
    }
}
