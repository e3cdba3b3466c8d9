package org.recipeharness.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;

/**
 * A recipe's compose file with its variables put in.
 *
 * @param root the document; it has a mapping {@code services} with at least one service in it
 */
public record ComposeDocument(Yaml.Mapping root) {

    /**
     * Reads a compose file and puts variables into it.
     *
     * @param file the file's name within the recipe, for errors and origins
     * @param text its content
     * @param variables the app's environment
     * @return the document
     * @throws ComposeException when the text is not YAML or not a compose file, or a required variable is missing; the message
     *     begins with {@code file:line}
     */
    public static ComposeDocument read(String file, String text, Variables variables) {
        Yaml.Mapping written = new YamlReader(file).read(text);
        var interpolation = new Interpolation(variables);
        var root = (Yaml.Mapping) interpolated(written, "", interpolation);
        if (root.mapping("services").entries().isEmpty()) {
            throw new ComposeException(
                    written.origin(), "this compose file has no service: expected 'services:' with one at least");
        }
        return new ComposeDocument(root);
    }

    /**
     * Gives the services as they are written.
     *
     * @return service name to service
     */
    public Yaml.Mapping services() {
        return root.mapping("services");
    }

    private static Yaml interpolated(Yaml yaml, String path, Interpolation interpolation) {
        if (yaml instanceof Yaml.Mapping mapping) {
            var entries = new LinkedHashMap<String, Yaml>();
            mapping.entries()
                    .forEach((key, value) -> entries.put(
                            key, interpolated(value, path.isEmpty() ? key : path + "/" + key, interpolation)));
            return new Yaml.Mapping(entries, mapping.origin());
        }
        if (yaml instanceof Yaml.Sequence sequence) {
            var items = new ArrayList<Yaml>();
            for (Yaml item : sequence.items()) {
                items.add(interpolated(item, path + "/" + items.size(), interpolation));
            }
            return new Yaml.Sequence(items, sequence.origin());
        }
        var scalar = (Yaml.Scalar) yaml;
        String value = interpolation.interpolate(scalar.text(), scalar.origin());
        if (value.equals(scalar.text())) {
            return scalar;
        }
        return TypedFields.contains(path)
                ? Yaml.Scalar.plain(value, scalar.origin())
                : Yaml.Scalar.text(value, scalar.origin());
    }
}
