package org.recipeharness.architecture.violating.unmarked;

/** Is in a package that has no place in the order and is not null-marked. */
public record Unmarked(String text) {}
