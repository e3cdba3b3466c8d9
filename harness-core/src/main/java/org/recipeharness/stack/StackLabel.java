package org.recipeharness.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.recipe.Origin;

/**
 * A label that a recipe gives to a service.
 *
 * @param name its name
 * @param value its value, with the variables put in
 * @param origin where the recipe says so
 */
public record StackLabel(String name, String value, Origin origin) {

    static List<StackLabel> of(Mapping service) {
        Mapping labels = service.mapping("deploy").mapping("labels");
        return labels.entries().entrySet().stream()
                .flatMap(entry -> label(entry).stream())
                .toList();
    }

    private static Optional<StackLabel> label(Map.Entry<String, Yaml> entry) {
        return entry.getValue() instanceof Scalar value
                ? Optional.of(new StackLabel(entry.getKey(), value.text(), value.origin()))
                : Optional.empty();
    }
}
