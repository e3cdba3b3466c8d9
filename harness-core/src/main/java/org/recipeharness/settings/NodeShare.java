package org.recipeharness.settings;

import java.time.Duration;

/**
 * How a swarm's node is shared.
 *
 * @param holders how many processes may hold it at once
 * @param longestWait how long a run waits while that many do
 */
public record NodeShare(int holders, Duration longestWait) {}
