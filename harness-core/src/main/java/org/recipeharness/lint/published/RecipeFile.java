package org.recipeharness.lint.published;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.compose.Yaml.Scalar;

/** The files of a recipe that its compose files name; for docker, every path begins at the folder of the first compose file. */
public final class RecipeFile {

    private RecipeFile() {}

    /**
     * Gives the path within the recipe of a file that is named.
     *
     * @return empty where the name can't be read
     */
    public static Optional<String> path(Scalar written, Published recipe) {
        return recipe.resolved(written).flatMap(path -> fromFirstFile(path, recipe));
    }

    /**
     * Reads a file.
     *
     * @param path its path within the recipe
     * @return empty where it is none of the recipe's
     */
    public static Optional<byte[]> content(String path, Published recipe) {
        try {
            return recipe.files().content(path);
        } catch (ComposeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> fromFirstFile(String path, Published recipe) {
        if (recipe.deployedFiles().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(recipe.deployedFiles().get(0))
                    .resolveSibling(path)
                    .normalize()
                    .toString());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
