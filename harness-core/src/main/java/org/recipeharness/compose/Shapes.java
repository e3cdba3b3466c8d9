package org.recipeharness.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Changes of values that are of the shape they should be; any other value stays, for docker to refuse it in its own words. */
final class Shapes {

    private Shapes() {}

    /** Changes each mapping in a mapping. */
    static Yaml each(Yaml things, UnaryOperator<Yaml> change) {
        if (!(things instanceof Yaml.Mapping mapping)) {
            return things;
        }
        var changed = new LinkedHashMap<String, Yaml>();
        mapping.entries().forEach((name, thing) -> changed.put(name, change.apply(thing)));
        return new Yaml.Mapping(changed, mapping.origin());
    }

    /** Makes the change of what stands behind a key of a mapping. */
    static UnaryOperator<Yaml> inMapping(String key, UnaryOperator<Yaml> change) {
        return thing -> thing instanceof Yaml.Mapping mapping ? mapping.changed(key, change) : thing;
    }

    /** Writes a single value as a list of one. */
    static Yaml listed(Yaml written) {
        return written instanceof Yaml.Scalar ? new Yaml.Sequence(List.of(written), written.origin()) : written;
    }

    /** Replaces each single value of a list by what it stands for. */
    static UnaryOperator<Yaml> expanding(Function<Yaml.Scalar, List<? extends Yaml>> longForm) {
        return written -> {
            if (!(written instanceof Yaml.Sequence sequence)) {
                return written;
            }
            List<Yaml> items = sequence.items().stream()
                    .<Yaml>flatMap(item -> item instanceof Yaml.Scalar scalar
                            ? longForm.apply(scalar).stream()
                            : List.of(item).stream())
                    .toList();
            return new Yaml.Sequence(items, sequence.origin());
        };
    }
}
