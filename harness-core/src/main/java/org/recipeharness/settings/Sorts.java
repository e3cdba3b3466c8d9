package org.recipeharness.settings;

/** Where a new stack's name comes in the alphabet, compared with its shared networks; docker's resolver goes by it. */
public enum Sorts {
    /** Behind them all, where a stranger's service is asked before one's own: the worse side. */
    AFTER,
    /** Before them all. */
    BEFORE
}
