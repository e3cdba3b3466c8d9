package org.recipeharness.recipes;

import static org.recipeharness.recipes.git.GitCommand.git;

import java.nio.file.Path;
import java.util.List;
import org.recipeharness.recipe.RecipeVersion;
import org.recipeharness.recipes.git.GitCommand;
import org.recipeharness.settings.Settings;

/** A catalogue as it was before the latest releases of a recipe. */
final class EarlierCatalogue {

    private EarlierCatalogue() {}

    /** Copies a recipe without the releases that are newer than one; gives the catalogue's address. */
    static String until(String recipe, String latest, Path folder) throws InterruptedException {
        Path catalogue = folder.resolve("catalogue-until-" + latest);
        String repository = catalogue.resolve(recipe).toString();
        git("clone", "--quiet", "--mirror", GitCommand.address(Settings.load().catalogue(), recipe), repository);
        RecipeVersion last = RecipeVersion.parse(latest).orElseThrow();
        List<String> newer = git("-C", repository, "tag", "--list")
                .lines()
                .filter(tag -> RecipeVersion.parse(tag)
                        .filter(version -> version.compareTo(last) > 0)
                        .isPresent())
                .toList();
        for (String tag : newer) {
            git("-C", repository, "tag", "--delete", tag);
        }
        return catalogue.toUri().toString();
    }
}
