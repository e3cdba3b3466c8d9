package org.recipeharness.lint.published;

import java.util.List;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.compose.Yaml.Sequence;

/** Finds single values, whatever they are written in. */
public final class Scalars {

    private Scalars() {}

    /** Gives all of a tree, in the file's order. */
    public static Stream<Scalar> in(Yaml yaml) {
        if (yaml instanceof Mapping mapping) {
            return mapping.entries().values().stream().flatMap(Scalars::in);
        }
        if (yaml instanceof Sequence sequence) {
            return sequence.items().stream().flatMap(Scalars::in);
        }
        return yaml instanceof Scalar scalar && !scalar.isNull() ? Stream.of(scalar) : Stream.empty();
    }

    /** Gives the one that stands behind a path of keys, or none where anything else stands there. */
    public static Stream<Scalar> at(Mapping mapping, String... path) {
        return at(mapping, List.of(path)).filter(Scalar.class::isInstance).map(Scalar.class::cast);
    }

    private static Stream<Yaml> at(Mapping mapping, List<String> path) {
        Stream<Yaml> found = mapping.find(path.get(0)).stream();
        List<String> rest = path.subList(1, path.size());
        return rest.isEmpty()
                ? found
                : found.filter(Mapping.class::isInstance).flatMap(inner -> at((Mapping) inner, rest));
    }

    /** Gives the names that a list holds, or that are the keys of a mapping. */
    public static Stream<Scalar> names(Yaml yaml) {
        if (yaml instanceof Sequence sequence) {
            return sequence.items().stream().filter(Scalar.class::isInstance).map(Scalar.class::cast);
        }
        return yaml instanceof Mapping mapping
                ? mapping.entries().entrySet().stream()
                        .map(entry ->
                                Scalar.text(entry.getKey(), entry.getValue().origin()))
                : Stream.empty();
    }
}
