package org.recipeharness.canonical;

/** What is wrong with a record's content: what was found where, and what was expected. */
final class FormException extends Exception {

    private static final long serialVersionUID = 1L;

    FormException(String wrong) {
        super(wrong);
    }
}
