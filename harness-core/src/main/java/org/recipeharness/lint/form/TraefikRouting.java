package org.recipeharness.lint.form;

import java.util.List;
import java.util.Optional;
import org.recipeharness.compose.Variable;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.ServiceText;
import org.recipeharness.lint.published.Severity;

/** Looks for the label that makes an app reachable at its domain. */
public final class TraefikRouting implements Check.OfOne {

    private static final String LABEL = "traefik.enable";

    @Override
    public List<Remark> look(Published recipe) {
        Optional<Variable> domain = recipe.sample().find("DOMAIN");
        if (domain.isEmpty() || recipe.services().values().stream().anyMatch(service -> isRouted(service, recipe))) {
            return List.of();
        }
        var remark = new Remark(
                domain.get().origin(), "the sample has a DOMAIN, but no service has the label " + LABEL + "=true");
        boolean publishes = recipe.services().values().stream().anyMatch(service -> service.hasSome("ports"));
        return List.of(
                publishes
                        ? new Remark(
                                        remark.origin(),
                                        remark.text() + ". It publishes ports of its own, so it can be reached all the"
                                                + " same; 'abra recipe lint' objects")
                                .as(Severity.NOTE)
                        : new Remark(
                                remark.origin(),
                                remark.text() + ", so nothing answers there. Write the labels for traefik"));
    }

    private static boolean isRouted(ServiceText service, Published recipe) {
        return Optional.ofNullable(service.labels().get(LABEL))
                .flatMap(label -> recipe.resolved(Scalar.text(label.value(), label.origin())))
                .filter("true"::equals)
                .isPresent();
    }
}
