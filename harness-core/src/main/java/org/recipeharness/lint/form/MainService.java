package org.recipeharness.lint.form;

import java.util.List;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.ServiceText;
import org.recipeharness.recipe.Origin;

/** Looks for the service that abra takes for the main one. */
public final class MainService implements Check.OfOne {

    static final String NAME = "app";

    @Override
    public List<Remark> look(Published recipe) {
        return recipe.services().containsKey(NAME)
                ? List.of()
                : List.of(new Remark(
                        recipe.services().values().stream()
                                .findFirst()
                                .map(ServiceText::origin)
                                .orElse(Origin.of("compose.yml")),
                        "no service is called '" + NAME + "', found "
                                + recipe.services().keySet()
                                + ". abra puts its labels there, and lints no recipe without it"));
    }
}
