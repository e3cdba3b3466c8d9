package org.recipeharness.lint.docker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.compose.Yaml.Sequence;

/**
 * A field of a compose file, as docker's messages name it: {@code services.app.env_file.0}.
 *
 * @param keys the keys and list positions that lead to the field; none for the whole document
 * @param value what the field holds
 */
record FieldPath(List<String> keys, Yaml value) {

    private static final String ROOT = "(root)";

    FieldPath {
        keys = List.copyOf(keys);
    }

    static FieldPath root(Mapping document) {
        return new FieldPath(List.of(), document);
    }

    /**
     * Find the field with whose path a message begins. Keys may contain dots and spaces, so the document decides where one ends.
     *
     * @return the field, or empty if the document has no such field
     */
    static Optional<FieldPath> leading(Mapping document, String message) {
        if (message.startsWith(ROOT)) {
            return Optional.of(root(document));
        }
        return root(document).within(message);
    }

    private Optional<FieldPath> within(String message) {
        return children()
                .filter(child -> isNamed(message, child.lastKey()))
                .max(Comparator.comparing(child -> child.lastKey().length()))
                .flatMap(child -> {
                    String rest = message.substring(child.lastKey().length());
                    if (rest.startsWith(".[]")) {
                        return child.itemIn(rest).or(() -> Optional.of(child));
                    }
                    return rest.startsWith(".") ? child.within(rest.substring(1)) : Optional.of(child);
                });
    }

    /** Docker does not number the items of a list whose variables it can't put in, but quotes the text. */
    private Optional<FieldPath> itemIn(String message) {
        return children()
                .filter(item -> item.value() instanceof Scalar scalar
                        && !scalar.text().isEmpty()
                        && message.contains(scalar.text()))
                .findFirst();
    }

    private static boolean isNamed(String message, String key) {
        return !key.isEmpty()
                && message.startsWith(key)
                && (message.length() == key.length() || " .:".indexOf(message.charAt(key.length())) >= 0);
    }

    /** Find a field in this one; empty if there is none of that name. */
    Optional<FieldPath> child(String key) {
        return children().filter(child -> child.lastKey().equals(key)).findFirst();
    }

    Optional<FieldPath> descendant(List<String> names) {
        Optional<FieldPath> found = Optional.of(this);
        for (String name : names) {
            found = found.flatMap(parent -> parent.child(name));
        }
        return found;
    }

    /** Return the fields of a mapping, or the items of a list, in the file's order. */
    Stream<FieldPath> children() {
        var children = new ArrayList<FieldPath>();
        if (value instanceof Mapping mapping) {
            mapping.entries().forEach((key, inner) -> children.add(with(key, inner)));
        } else if (value instanceof Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                children.add(with(String.valueOf(i), sequence.items().get(i)));
            }
        }
        return children.stream();
    }

    String lastKey() {
        return keys.isEmpty() ? "" : keys.get(keys.size() - 1);
    }

    private FieldPath with(String key, Yaml inner) {
        return new FieldPath(Stream.concat(keys.stream(), Stream.of(key)).toList(), inner);
    }

    /** Return a copy of a document without this field; an empty document if this is the whole of it. */
    Mapping removedFrom(Mapping document) {
        if (keys.isEmpty()) {
            return new Mapping(Map.of(), document.origin());
        }
        return (Mapping) removed(document, keys);
    }

    private static Yaml removed(Yaml from, List<String> path) {
        String key = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (from instanceof Mapping mapping && mapping.entries().containsKey(key)) {
            var kept = new LinkedHashMap<>(mapping.entries());
            if (rest.isEmpty()) {
                kept.remove(key);
            } else {
                kept.computeIfPresent(key, (same, inner) -> removed(inner, rest));
            }
            return new Mapping(kept, mapping.origin());
        }
        if (from instanceof Sequence sequence) {
            var kept = new ArrayList<>(sequence.items());
            int index = Integer.parseInt(key);
            if (rest.isEmpty()) {
                kept.remove(index);
            } else {
                kept.set(index, removed(kept.get(index), rest));
            }
            return new Sequence(kept, sequence.origin());
        }
        return from;
    }
}
