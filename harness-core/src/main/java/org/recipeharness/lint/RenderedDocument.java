package org.recipeharness.lint;

import java.util.List;
import org.recipeharness.compose.ComposeException;

/** Puts the compose files together, as for a deployment. */
final class RenderedDocument implements Check.OfOne {

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
