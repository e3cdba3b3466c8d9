package org.recipeharness.data;

/**
 * A marker in its place.
 *
 * @param store where it was put
 * @param marker what was put there
 */
public record Seed(DataStore store, Marker marker) {}
