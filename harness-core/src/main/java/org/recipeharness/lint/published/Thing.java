package org.recipeharness.lint.published;

import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.recipe.Origin;

/**
 * A service, volume, secret or config as one compose file describes it.
 *
 * @param key its name in the file
 * @param written what stands behind it; empty where nothing does
 * @param origin where it begins
 * @param deployed whether the app is deployed by that file
 */
public record Thing(String key, Mapping written, Origin origin, boolean deployed) {}
