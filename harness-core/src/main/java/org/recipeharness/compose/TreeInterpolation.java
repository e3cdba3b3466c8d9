package org.recipeharness.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;

/** Puts an app's variables into every value of a compose file; keys stay as they are written. */
final class TreeInterpolation {

    private final Interpolation interpolation;

    TreeInterpolation(Variables variables) {
        this.interpolation = new Interpolation(variables);
    }

    Yaml.Mapping apply(Yaml.Mapping root) {
        return mapping(root, "");
    }

    private Yaml interpolated(Yaml yaml, String path) {
        if (yaml instanceof Yaml.Mapping mapping) {
            return mapping(mapping, path + "/");
        }
        if (yaml instanceof Yaml.Sequence sequence) {
            var items = new ArrayList<Yaml>();
            for (Yaml item : sequence.items()) {
                items.add(interpolated(item, path + "/" + items.size()));
            }
            return new Yaml.Sequence(items, sequence.origin());
        }
        var scalar = (Yaml.Scalar) yaml;
        String value = interpolation.interpolate(scalar.text(), scalar.origin());
        return value.equals(scalar.text()) ? scalar : TypedFields.scalar(path, value, scalar.origin());
    }

    private Yaml.Mapping mapping(Yaml.Mapping mapping, String prefix) {
        var entries = new LinkedHashMap<String, Yaml>();
        mapping.entries().forEach((key, value) -> entries.put(key, interpolated(value, prefix + key)));
        return new Yaml.Mapping(entries, mapping.origin());
    }
}
