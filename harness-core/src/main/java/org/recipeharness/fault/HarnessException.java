package org.recipeharness.fault;

import org.jspecify.annotations.Nullable;

/** The base of the harness's own unchecked exceptions. */
public abstract class HarnessException extends RuntimeException implements Faulty {

    private static final long serialVersionUID = 1L;

    /**
     * Make an exception.
     *
     * @param message what was being done, to which thing, what was found, what to do
     */
    protected HarnessException(String message) {
        super(message);
    }

    /**
     * Make an exception that another one has caused.
     *
     * @param message what was being done, to which thing, what was found, what to do
     * @param cause the reason, if there is one
     */
    protected HarnessException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
