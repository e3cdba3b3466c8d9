package org.recipeharness.tier;

/**
 * The outcome of a drill: a snapshot that was restored elsewhere than where it was made.
 *
 * @param drill which one
 * @param restored what came back of it; its app is the one that it was restored onto
 */
public record Drilled(Drill drill, Restored restored) {}
