package org.recipeharness.checkout;

/** A clone in the cache that can't be used any more, and must be made anew. */
final class DamagedCloneException extends Exception {

    private static final long serialVersionUID = 1L;

    DamagedCloneException(String message) {
        super(message);
    }

    DamagedCloneException(Exception cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
