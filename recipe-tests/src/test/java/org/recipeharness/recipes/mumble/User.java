package org.recipeharness.recipes.mumble;

/**
 * A client that is connected to the server.
 *
 * @param session the number of its connection
 * @param name its user name
 * @param channelId the channel that it is in
 */
public record User(int session, String name, int channelId) {}
