package org.recipeharness.stack;

import java.util.Optional;
import org.recipeharness.recipe.Origin;

/**
 * A config of a rendered stack: a file of the recipe under a name that the swarm keeps for one content.
 *
 * @param key the config's key in the compose file
 * @param name its full name on the swarm
 * @param content what it is to hold
 * @param file the file's name
 * @param version the variable by which its name is told apart from that of another content; empty where the name has none
 * @param origin where it is declared
 */
public record StackConfig(
        String key, String name, ContentDigest content, String file, Optional<String> version, Origin origin) {}
