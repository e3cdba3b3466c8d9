package org.recipeharness.stack;

import org.recipeharness.compose.SecretForm;

/**
 * A secret that a stack expects to find on the swarm, and that belongs to it alone.
 *
 * @param key its name in the compose file, such as {@code db_password}
 * @param name its name on the swarm, such as {@code gitea_example_com_db_password_v1}
 * @param form how its value is to be made up
 */
public record StackSecret(String key, String name, SecretForm form) {}
