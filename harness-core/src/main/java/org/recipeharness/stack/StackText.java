package org.recipeharness.stack;

import org.recipeharness.recipe.Origin;

/**
 * A text that a service is given, in which it may be told whom to ask.
 *
 * @param place what it is, such as {@code environment UPSTREAM}
 * @param text its content; secrets may be in it
 * @param origin where it begins
 */
public record StackText(String place, String text, Origin origin) {}
