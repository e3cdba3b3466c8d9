package org.recipeharness.compose;

/**
 * A compose file that is not the recipe's, merged behind its own.
 *
 * @param name what it is called in errors
 * @param text its content
 */
public record Overlay(String name, String text) {}
