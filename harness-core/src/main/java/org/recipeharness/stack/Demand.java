package org.recipeharness.stack;

import java.util.ArrayList;
import java.util.List;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.compose.Yaml.Sequence;
import org.recipeharness.recipe.Origin;

/**
 * Something that a service asks of a node before it can be placed there.
 *
 * @param kind what is asked for
 * @param text as it is written, such as {@code node.labels.disk == fast}
 * @param origin where it is written
 */
public record Demand(Kind kind, String text, Origin origin) {

    /** The kinds of demands that a recipe can write. */
    public enum Kind {
        CONSTRAINT,
        RESERVATION,
        SPREAD
    }

    static List<Demand> of(Mapping service) {
        Mapping deploy = service.mapping("deploy");
        var demands = new ArrayList<Demand>();
        if (deploy.mapping("placement").find("constraints").orElse(null) instanceof Sequence constraints) {
            constraints.items().forEach(each -> add(Kind.CONSTRAINT, "", each, demands));
        }
        deploy.mapping("resources")
                .mapping("reservations")
                .entries()
                .forEach((key, value) -> add(Kind.RESERVATION, key + ": ", value, demands));
        deploy.mapping("placement")
                .find("max_replicas_per_node")
                .ifPresent(most -> add(Kind.SPREAD, "max_replicas_per_node: ", most, demands));
        return demands;
    }

    private static void add(Kind kind, String key, Yaml value, List<Demand> demands) {
        if (value instanceof Scalar scalar) {
            demands.add(new Demand(kind, key + scalar.text(), scalar.origin()));
        } else if (!key.isEmpty()) {
            demands.add(new Demand(kind, key.replaceFirst(": $", ""), value.origin()));
        }
    }

    @Override
    public String toString() {
        return "'" + text + "' (" + origin + ")";
    }
}
