package org.recipeharness.process;

import org.jspecify.annotations.Nullable;

/** An outside command that can't be started, took too long, or ended with an exit code that its caller can't accept. */
public final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandException(String message) {
        super(message);
    }

    CommandException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
