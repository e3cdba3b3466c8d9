package org.recipeharness.lint.form;

import java.util.List;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Scalars;

/** Looks for services that others depend on in name only. */
public final class Dependencies implements Check.OfOne {

    @Override
    public List<Remark> look(Published recipe) {
        return recipe.services().values().stream()
                .flatMap(service -> service.values("depends_on")
                        .flatMap(Scalars::names)
                        .filter(other -> !recipe.services().containsKey(other.text()))
                        .map(other -> new Remark(
                                other.origin(),
                                "the service '" + service.name() + "' depends on '" + other.text()
                                        + "', which is no service of the recipe, found "
                                        + recipe.services().keySet()
                                        + ". Swarm ignores depends_on, so this breaks nothing there")))
                .toList();
    }
}
