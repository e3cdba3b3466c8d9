package org.recipeharness.lint.published;

/** The part of a recipe's life that a finding can explain the failure of. */
public enum Touches {
    /** Deploying it anew, until it answers. */
    DEPLOY,
    /** Going from an older release to this one. */
    UPGRADE,
    /** What is backed up, and what comes back. */
    BACKUP,
    /** Nothing of its life here: what abra or a maintainer would object to. */
    FORM
}
