package org.recipeharness.tier;

/** A tier for which there is nothing to do, with the reason; neither red nor passed over in silence. */
public final class NotApplicableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotApplicableException(String reason) {
        super(reason);
    }
}
