package org.recipeharness.load;

/** A load that was to be put on an app and could not, or not as it was meant: that says nothing of the app. */
public final class LoadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LoadException(String message, Throwable cause) {
        super(message, cause);
    }
}
