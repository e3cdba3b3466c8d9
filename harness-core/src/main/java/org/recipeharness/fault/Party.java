package org.recipeharness.fault;

/** Who is to answer for a failure. */
public enum Party {
    /** The recipe: a generic check of what its authors have published failed. */
    RECIPE("recipe"),
    /** An assertion that the recipe's test class adds to the generic checks. */
    OVERLAY("overlay"),
    /** The harness: nothing of a recipe plays a part in the error. */
    HARNESS("harness"),
    /** None of these: a registry, a name server, the engine or a disk. */
    EXTERNAL("external"),
    /** Nobody can be named. */
    UNTOLD("untold");

    private final String word;

    Party(String word) {
        this.word = word;
    }

    /**
     * Return the word for it that all reports use.
     *
     * @return such as {@code overlay}
     */
    public String word() {
        return word;
    }
}
