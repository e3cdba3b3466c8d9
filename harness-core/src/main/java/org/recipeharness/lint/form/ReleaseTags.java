package org.recipeharness.lint.form;

import java.util.List;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.recipe.NearReleases;
import org.recipeharness.recipe.Origin;

/** Looks for recipes whose tags name no release. */
public final class ReleaseTags implements Check.OfOne {

    @Override
    public List<Remark> look(Published recipe) {
        return recipe.tags().isEmpty() || !recipe.releases().isEmpty()
                ? List.of()
                : List.of(new Remark(
                        Origin.of("the tags of " + recipe.checkout().recipe()),
                        "none is a release for abra, which takes <semver>+<app version>, such as 1.0.0+1.2.3; "
                                + NearReleases.explained(recipe.tags())
                                + ". So operators get the newest commit of the branch, and nothing can be upgraded to."
                                + " Make a tag of that form with 'abra recipe release'"));
    }
}
