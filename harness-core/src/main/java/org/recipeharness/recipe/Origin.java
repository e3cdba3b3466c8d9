package org.recipeharness.recipe;

/**
 * Where a thing is written.
 *
 * @param file a path within the recipe, or another name for the source, such as {@code @RecipeDeployment}
 * @param line the line, counted from 1; 0 where the source has no lines
 */
public record Origin(String file, int line) {

    /**
     * Names a source that has no lines.
     *
     * @param source what a reader would look for
     * @return the origin
     */
    public static Origin of(String source) {
        return new Origin(source, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
