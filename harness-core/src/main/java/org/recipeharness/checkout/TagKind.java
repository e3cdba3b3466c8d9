package org.recipeharness.checkout;

/** What kind of tag a checkout was asked for by. Co-op Cloud wants annotated ones: abra refuses to deploy a lightweight one pinned. */
public enum TagKind {
    /** A tag that is an object of its own, with author, date and message. */
    ANNOTATED,
    /** A tag that is just another name for a commit. */
    LIGHTWEIGHT,
    /** No tag: a branch, a commit, a pull request or a working tree. */
    NONE
}
