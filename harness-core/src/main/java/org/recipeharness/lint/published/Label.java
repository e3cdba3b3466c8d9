package org.recipeharness.lint.published;

import java.util.stream.Stream;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.recipe.Origin;

/**
 * A label of a service.
 *
 * @param name before the equals sign
 * @param value behind it, with its references to variables; empty where there is none
 * @param origin where it is written
 */
public record Label(String name, String value, Origin origin) {

    /** Reads labels in either of the two forms; what has neither is left out. */
    static Stream<Label> in(Yaml labels) {
        if (labels instanceof Yaml.Mapping mapping) {
            return mapping.entries().entrySet().stream()
                    .filter(entry -> entry.getValue() instanceof Scalar)
                    .map(entry -> new Label(
                            entry.getKey(),
                            ((Scalar) entry.getValue()).text(),
                            entry.getValue().origin()));
        }
        return Scalars.names(labels).map(Label::of);
    }

    private static Label of(Scalar line) {
        int at = line.text().indexOf('=');
        return at < 0
                ? new Label(line.text(), "", line.origin())
                : new Label(line.text().substring(0, at), line.text().substring(at + 1), line.origin());
    }
}
