package org.recipeharness.verdict;

/** Whom a failure is about, as far as it tells that by itself. */
public enum Party {
    /** What the recipe's authors have published: a generic check of it failed. */
    RECIPE("recipe"),
    /** An assertion that the recipe's test class adds to the generic checks. */
    OVERLAY("overlay"),
    /** The harness: an error in which nothing of a recipe plays a part. */
    HARNESS("harness"),
    /** What neither is to answer for: a registry, a name server, the engine, a disk. */
    EXTERNAL("external"),
    /** It does not tell. */
    UNTOLD("untold");

    private final String word;

    Party(String word) {
        this.word = word;
    }

    /**
     * Gives the word for it that all reports use.
     *
     * @return such as {@code overlay}
     */
    public String word() {
        return word;
    }
}
