package org.recipeharness.checkout;

import java.nio.file.Path;
import java.util.Optional;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.recipe.RecipeVersion;

/**
 * One recipe at one commit on disk.
 *
 * @param recipe the recipe's name
 * @param directory its work tree, absolute
 * @param ref what was asked for: a tag, a branch, a commit, {@code pull/<n>}, or the path of a working tree
 * @param commit the full id of the commit that is checked out, or that a working tree is based on
 * @param dirty whether the files differ from that commit; untracked files count
 * @param tag what kind of tag the ref is
 */
public record Checkout(RecipeName recipe, Path directory, String ref, String commit, boolean dirty, TagKind tag) {

    /**
     * Tells the version that this checkout was asked for by.
     *
     * @return the version, or empty where the ref is not a release's tag
     */
    public Optional<RecipeVersion> version() {
        return tag == TagKind.NONE ? Optional.empty() : RecipeVersion.parse(ref);
    }

    /**
     * Tells whether this is a copy of a working tree.
     *
     * @return true where the ref is the path of one
     */
    public boolean isWorkingTree() {
        return WorkingTree.named(ref).isPresent();
    }

    /**
     * Names the commit as abra does in {@code chaos-version}.
     *
     * @return the first eight digits of the commit's id, with {@code +U} behind them when the work tree is dirty
     */
    public String shortCommit() {
        return commit.substring(0, Math.min(8, commit.length())) + (dirty ? "+U" : "");
    }

    @Override
    public String toString() {
        return recipe + " at " + ref + " (" + shortCommit() + ")";
    }
}
