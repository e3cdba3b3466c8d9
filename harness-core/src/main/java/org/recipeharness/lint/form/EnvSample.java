package org.recipeharness.lint.form;

import java.util.List;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.recipe.Origin;

/** Looks for the file that each app's environment is copied from. */
public final class EnvSample implements Check.OfOne {

    @Override
    public List<Remark> look(Published recipe) {
        return recipe.sampleText().isPresent()
                ? List.of()
                : List.of(new Remark(
                        Origin.of(Published.ENV_SAMPLE),
                        "the recipe has no such file, and abra makes no app of a recipe without one. Write it, with TYPE="
                                + recipe.checkout().recipe() + " and DOMAIN= in it"));
    }
}
