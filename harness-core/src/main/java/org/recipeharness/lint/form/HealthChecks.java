package org.recipeharness.lint.form;

import java.util.List;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;

/** Looks for services that swarm takes for healthy as soon as they run. */
public final class HealthChecks implements Check.OfOne {

    @Override
    public List<Remark> look(Published recipe) {
        return recipe.services().values().stream()
                .filter(service -> !service.has("healthcheck"))
                .map(service -> new Remark(
                        service.origin(),
                        "the service '" + service.name()
                                + "' has no healthcheck, so swarm sends it traffic, and calls an"
                                + " update done, as soon as it runs. Write one"))
                .toList();
    }
}
