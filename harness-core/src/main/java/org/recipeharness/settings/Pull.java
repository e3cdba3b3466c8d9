package org.recipeharness.settings;

/** Which images are pulled before a deploy. */
public enum Pull {
    /** All of them: a tag may have moved since it was pulled last, and a deploy by abra asks for its digest anew. */
    ALWAYS,
    /** Those that the node does not have. */
    MISSING,
    /** None. Swarm's own pull, which belongs to the deploy, is not turned off by it. */
    NEVER
}
