package org.recipeharness.report.model;

/**
 * Which version of a recipe was tested.
 *
 * @param ref what it is called: a release's tag, a branch, a path
 * @param commit its commit
 * @param dirty whether changes that are not committed were tested with it
 */
public record Head(String ref, String commit, boolean dirty) {}
