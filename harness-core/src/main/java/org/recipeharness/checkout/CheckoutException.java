package org.recipeharness.checkout;

import org.jspecify.annotations.Nullable;

/** A recipe or a ref that can't be had from the catalogue. */
public final class CheckoutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CheckoutException(String message) {
        this(message, null);
    }

    CheckoutException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
