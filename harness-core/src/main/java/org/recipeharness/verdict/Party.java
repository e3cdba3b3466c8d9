package org.recipeharness.verdict;

/** Whom a failure is about, as far as it tells that by itself. */
public enum Party {
    /** What the recipe's authors have published: a generic check of it failed. */
    RECIPE,
    /** An assertion that the recipe's test class adds to the generic checks. */
    OVERLAY,
    /** The harness: an error in which nothing of a recipe plays a part. */
    HARNESS,
    /** What neither is to answer for: a registry, a name server, the engine, a disk. */
    EXTERNAL,
    /** It does not tell. */
    UNTOLD
}
