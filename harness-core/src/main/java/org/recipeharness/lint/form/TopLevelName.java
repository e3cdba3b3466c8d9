package org.recipeharness.lint.form;

import java.util.List;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;

/** Looks for a name that a compose file gives its stack. */
public final class TopLevelName implements Check.OfOne {

    @Override
    public List<Remark> look(Published recipe) {
        return recipe.composeFiles().stream()
                .flatMap(file -> file.root().find("name").stream())
                .map(name -> new Remark(
                        name.origin(),
                        "'docker stack deploy' refuses a top-level 'name': the stack's name is the operator's to give."
                                + " Remove it. (Here the recipe is deployed without it)"))
                .toList();
    }
}
