package org.recipeharness.recipes.mumble;

/**
 * A channel of the server.
 *
 * @param id its number
 * @param name its name
 */
public record Channel(int id, String name) {

    /** The number of the channel that every server has, and a new user arrives in. */
    public static final int ROOT = 0;
}
