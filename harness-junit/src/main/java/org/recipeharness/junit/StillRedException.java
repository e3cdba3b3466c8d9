package org.recipeharness.junit;

/** Says that a recipe is red as it was, and that nothing has changed that could make it green: so it was not run again. */
final class StillRedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StillRedException(String told) {
        super(told);
    }
}
