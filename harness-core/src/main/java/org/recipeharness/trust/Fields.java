package org.recipeharness.trust;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml;

/** Reads fields of a document whose short forms are written out. Unlike a renderer it passes over what has another form. */
final class Fields {

    private Fields() {}

    static Stream<Yaml> items(Yaml.Mapping in, String key) {
        return in.find(key).stream()
                .flatMap(value -> value instanceof Yaml.Sequence list ? list.items().stream() : Stream.of(value));
    }

    static Stream<Yaml.Mapping> mappings(Yaml.Mapping in, String key) {
        return items(in, key).filter(Yaml.Mapping.class::isInstance).map(Yaml.Mapping.class::cast);
    }

    static Stream<Yaml.Scalar> scalars(Yaml.Mapping in, String key) {
        return items(in, key).filter(Yaml.Scalar.class::isInstance).map(Yaml.Scalar.class::cast);
    }

    static Optional<Yaml.Mapping> mapping(Yaml.Mapping in, String key) {
        return in.find(key).filter(Yaml.Mapping.class::isInstance).map(Yaml.Mapping.class::cast);
    }

    /** The entries of a mapping whose own values are mappings; one without a value counts as empty. */
    static Stream<Entry> entries(Yaml.Mapping in, String key) {
        return mapping(in, key).stream()
                .flatMap(found -> found.entries().entrySet().stream())
                .map(entry -> new Entry(
                        entry.getKey(),
                        entry.getValue() instanceof Yaml.Mapping mapping
                                ? mapping
                                : new Yaml.Mapping(Map.of(), entry.getValue().origin())));
    }

    /**
     * A named mapping.
     *
     * @param key its name in the file
     * @param value what it says
     */
    record Entry(String key, Yaml.Mapping value) {}

    static Optional<Yaml.Scalar> scalar(Yaml.Mapping in, String key) {
        return in.find(key).filter(Yaml.Scalar.class::isInstance).map(Yaml.Scalar.class::cast);
    }

    static boolean isTrue(Yaml.Mapping in, String key) {
        return scalar(in, key)
                .filter(value ->
                        List.of("true", "yes", "on", "1").contains(value.text().toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    /** The texts of a scalar or of a list of scalars, with spaces between them. */
    static String words(Yaml.Mapping in, String key) {
        return String.join(" ", scalars(in, key).map(Yaml.Scalar::text).toList());
    }
}
