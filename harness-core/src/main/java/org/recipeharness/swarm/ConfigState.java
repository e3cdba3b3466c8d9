package org.recipeharness.swarm;

import org.recipeharness.stack.ContentDigest;

/**
 * A config as the swarm holds it now; the swarm never changes its content.
 *
 * @param name its full name
 * @param content what it holds
 */
public record ConfigState(String name, ContentDigest content) {}
