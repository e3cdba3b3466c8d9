package org.recipeharness.lint.form;

import java.util.List;
import java.util.stream.Stream;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;

/** Looks for the stanza that abra's own labels are added to. */
public final class DeployLabels implements Check.OfOne {

    @Override
    public List<Remark> look(Published recipe) {
        return Stream.ofNullable(recipe.services().get(MainService.NAME))
                .filter(service -> !service.hasLabels())
                .map(service -> new Remark(
                        service.origin(),
                        "the service '" + MainService.NAME + "' has no 'deploy: labels:', where abra looks for the"
                                + " recipe's version. Write it, with coop-cloud.${STACK_NAME}.version=<tag> in it"))
                .toList();
    }
}
