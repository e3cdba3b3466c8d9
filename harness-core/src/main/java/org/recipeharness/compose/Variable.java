package org.recipeharness.compose;

import org.recipeharness.recipe.Origin;

/**
 * One variable of an app's environment.
 *
 * @param name its name
 * @param value its value, with quotes removed and references resolved
 * @param comment what stands behind a {@code #} on its line, or empty; abra reads {@code length=} from there
 * @param origin where it is written
 */
public record Variable(String name, String value, String comment, Origin origin) {}
