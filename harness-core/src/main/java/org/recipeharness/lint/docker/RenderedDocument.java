package org.recipeharness.lint.docker;

import java.util.List;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;

/** Puts the compose files together, as for a deployment. */
public final class RenderedDocument implements Check.OfOne {

    @Override
    public List<Remark> look(Published recipe) {
        try {
            recipe.files().document(recipe.variables());
            return List.of();
        } catch (ComposeException e) {
            return List.of(new Remark(e.origin(), e.problem()));
        }
    }
}
