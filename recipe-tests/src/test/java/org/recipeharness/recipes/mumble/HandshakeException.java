package org.recipeharness.recipes.mumble;

import java.io.IOException;

/** A talk with a server that broke off: no connection, no TLS, silence, or nonsense. */
public final class HandshakeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Stage stage;

    HandshakeException(Stage stage, String message, Throwable cause) {
        super(message, cause);
        this.stage = stage;
    }

    /**
     * Tells how far the talk had come.
     *
     * @return the stage that did not end as it should
     */
    public Stage stage() {
        return stage;
    }
}
