package org.recipeharness.verdict;

import java.util.Optional;

/**
 * What earlier runs know of a recipe that is red now.
 *
 * @param lastGreen which run it was green in last, in words, such as {@code 2026-11-24, 3.5.3+1.24.2-rootless}; empty where none is
 *     known, and then the others say nothing
 * @param sameRecipe whether that run had the recipe at the same commit
 * @param sameOverlay whether that run had the same assertions beside the generic checks
 */
public record Past(Optional<String> lastGreen, boolean sameRecipe, boolean sameOverlay) {

    /** That of a recipe of which nothing is known. */
    public static final Past UNKNOWN = new Past(Optional.empty(), false, false);

    /** Whether only the recipe has changed since it was green, which then is what made it red. */
    boolean onlyRecipeChanged() {
        return lastGreen.isPresent() && sameOverlay && !sameRecipe;
    }

    /** Whether the same recipe was green, under other assertions. */
    boolean onlyOverlayChanged() {
        return lastGreen.isPresent() && sameRecipe && !sameOverlay;
    }

    /** What it means for a recipe that is red each time now; empty where nothing is known. */
    Optional<String> told() {
        return lastGreen.map(green -> {
            if (onlyRecipeChanged()) {
                return "The same assertions were green with another commit of the recipe: " + green;
            }
            if (onlyOverlayChanged()) {
                return "The same commit of the recipe was green with other assertions: " + green;
            }
            return sameRecipe
                    ? "The same commit and the same assertions were green: " + green
                            + ". What has changed is neither: an image behind a tag that moves, a certificate, the machine?"
                    : "It was green last: " + green + ". Both the recipe and the assertions have changed since";
        });
    }
}
