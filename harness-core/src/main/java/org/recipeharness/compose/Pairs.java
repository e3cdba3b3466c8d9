package org.recipeharness.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.recipeharness.recipe.Origin;

/** Fields that may be written as a mapping or as a list of {@code name=value}. */
final class Pairs {

    private Pairs() {}

    /** Gives labels as a mapping; one without a value has the empty one. */
    static Yaml labels(Yaml written) {
        return mapping(written, (name, origin) -> Yaml.Scalar.text("", origin));
    }

    /** Gives variables as a mapping; one without a value has none, which is not the same as an empty one. */
    static Yaml variables(Yaml written) {
        return mapping(written, (name, origin) -> Yaml.Scalar.plain("", origin));
    }

    /** Gives the names of networks as a mapping in which nothing is said of them. */
    static Yaml names(Yaml written) {
        return variables(written);
    }

    /** Gives hosts as a list of {@code host:address}, in the docker CLI's order. */
    static Yaml hosts(Yaml written) {
        if (written instanceof Yaml.Mapping mapping) {
            var lines = new TreeMap<String, Yaml>();
            mapping.entries().forEach((host, address) -> {
                if (address instanceof Yaml.Scalar scalar && !scalar.isNull()) {
                    lines.put(host + ":" + scalar.text(), host(host, scalar.text(), scalar.origin()));
                }
            });
            return new Yaml.Sequence(List.copyOf(lines.values()), mapping.origin());
        }
        return Shapes.expanding(Pairs::hostLine).apply(written);
    }

    private static List<Yaml> hostLine(Yaml.Scalar line) {
        for (String separator : List.of("=", ":")) {
            int at = line.text().indexOf(separator);
            if (at >= 0) {
                return List.of(host(line.text().substring(0, at), line.text().substring(at + 1), line.origin()));
            }
        }
        // The CLI drops such a line without a word.
        return List.of();
    }

    private static Yaml host(String host, String address, Origin origin) {
        boolean bracketed = address.length() > 2 && address.startsWith("[") && address.endsWith("]");
        String bare = bracketed ? address.substring(1, address.length() - 1) : address;
        return Yaml.Scalar.text(host + ":" + bare, origin);
    }

    private static Yaml mapping(Yaml written, BiFunction<String, Origin, Yaml> withoutValue) {
        if (!(written instanceof Yaml.Sequence sequence)) {
            return written;
        }
        var lines = new ArrayList<Yaml.Scalar>();
        for (Yaml item : sequence.items()) {
            if (!(item instanceof Yaml.Scalar scalar)) {
                return written;
            }
            lines.add(scalar);
        }
        var entries = new LinkedHashMap<String, Yaml>();
        for (Yaml.Scalar line : lines) {
            int at = line.text().indexOf('=');
            String name = at < 0 ? line.text() : line.text().substring(0, at);
            entries.put(
                    name,
                    at < 0
                            ? withoutValue.apply(name, line.origin())
                            : Yaml.Scalar.text(line.text().substring(at + 1), line.origin()));
        }
        return new Yaml.Mapping(entries, sequence.origin());
    }
}
