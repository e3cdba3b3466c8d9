package org.recipeharness.lint.upgrade;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Composition;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Scalars;
import org.recipeharness.recipe.Origin;

/** Looks for ports of the node at which clients reached the app, and can't any more. */
public final class DroppedPorts implements Check.OfUpgrade {

    @Override
    public List<Remark> look(Published head, Published base) {
        return new Operator(head, base).remarks(step -> {
            Map<String, Origin> now = published(step.after());
            return published(step.before()).entrySet().stream()
                    .filter(port -> !now.containsKey(port.getKey()))
                    .map(port -> new Remark(
                            base.asBase(port.getValue()),
                            "the port " + port.getKey() + " is no longer published"
                                    + (now.isEmpty() ? "" : " (published are " + String.join(", ", now.keySet()) + ")")
                                    + ": clients and firewalls that use it lose the app. Keep it, or tell operators in the"
                                    + " release notes"));
        });
    }

    private static Map<String, Origin> published(Composition composition) {
        return composition.services().stream()
                .flatMap(service -> service.ports())
                .filter(port -> Scalars.at(port, "published").findAny().isPresent())
                .collect(Collectors.toMap(DroppedPorts::name, Mapping::origin, (first, next) -> first, TreeMap::new));
    }

    private static String name(Mapping port) {
        String protocol =
                Scalars.at(port, "protocol").map(Scalar::text).findFirst().orElse("tcp");
        return Scalars.at(port, "published").map(Scalar::text).findFirst().orElse("") + "/" + protocol;
    }
}
