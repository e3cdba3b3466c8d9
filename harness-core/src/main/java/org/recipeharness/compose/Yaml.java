package org.recipeharness.compose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.recipeharness.recipe.Origin;

/** A piece of a compose file as it is written: texts are kept as texts, so that {@code mode: 0444} is not read as a number. */
public sealed interface Yaml {

    /**
     * Tells where this piece is written.
     *
     * @return file and line
     */
    Origin origin();

    /**
     * Keys and what stands behind them, in the file's order.
     *
     * @param entries by key
     * @param origin where it begins
     */
    record Mapping(Map<String, Yaml> entries, Origin origin) implements Yaml {

        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /**
         * Looks a key up.
         *
         * @param key which
         * @return what stands behind it, or empty where the key is missing or has no value
         */
        public Optional<Yaml> find(String key) {
            return Optional.ofNullable(entries.get(key)).filter(value -> !(value instanceof Scalar s && s.isNull()));
        }

        /**
         * Looks up a key behind which a mapping must stand.
         *
         * @param key which
         * @return the mapping; an empty one where the key is missing or has no value
         * @throws ComposeException when something else stands there
         */
        public Mapping mapping(String key) {
            Optional<Yaml> found = find(key);
            if (found.isEmpty()) {
                return new Mapping(Map.of(), origin);
            }
            if (found.get() instanceof Mapping mapping) {
                return mapping;
            }
            throw new ComposeException(found.get().origin(), "'" + key + "' must be a mapping (key: value lines)");
        }

        /**
         * Looks up a key behind which a single text must stand.
         *
         * @param key which
         * @return the text, or empty where the key is missing or has no value
         * @throws ComposeException when something else stands there
         */
        public Optional<String> text(String key) {
            return find(key).map(value -> {
                if (value instanceof Scalar scalar) {
                    return scalar.text();
                }
                throw new ComposeException(value.origin(), "'" + key + "' must be a single value");
            });
        }

        /**
         * Changes each mapping in this one.
         *
         * @param change given a key and the mapping behind it, gives what is to stand there
         * @return a copy with the changes
         * @throws ComposeException when something else than a mapping stands behind a key
         */
        public Mapping each(BiFunction<String, Mapping, Mapping> change) {
            var changed = new LinkedHashMap<String, Yaml>();
            entries.keySet().forEach(key -> changed.put(key, change.apply(key, mapping(key))));
            return new Mapping(changed, origin);
        }

        /**
         * Puts a value behind a key.
         *
         * @param key which
         * @param value what is to stand there
         * @return a copy with it
         */
        public Mapping with(String key, Yaml value) {
            var changed = new LinkedHashMap<>(entries);
            changed.put(key, value);
            return new Mapping(changed, origin);
        }

        /**
         * Takes a key away.
         *
         * @param key which
         * @return a copy that does not have it
         */
        public Mapping without(String key) {
            var changed = new LinkedHashMap<>(entries);
            changed.remove(key);
            return new Mapping(changed, origin);
        }

        /**
         * Changes what stands behind a key.
         *
         * @param key which
         * @param change what to make of it
         * @return a copy with the change; this where the key is missing or has no value
         */
        public Mapping changed(String key, UnaryOperator<Yaml> change) {
            return find(key).map(value -> with(key, change.apply(value))).orElse(this);
        }
    }

    /**
     * Items in order.
     *
     * @param items what the list holds
     * @param origin where it begins
     */
    record Sequence(List<Yaml> items, Origin origin) implements Yaml {

        public Sequence {
            items = List.copyOf(items);
        }

        /**
         * Adds an item at the end.
         *
         * @param item what to add
         * @return a copy with it
         */
        public Sequence with(Yaml item) {
            var more = new ArrayList<>(items);
            more.add(item);
            return new Sequence(more, origin);
        }
    }

    /**
     * A single value, as its text.
     *
     * @param text the text, without quotes
     * @param form how it is written, which decides whether {@code 5} is a number
     * @param origin where it is written
     */
    record Scalar(String text, Form form, Origin origin) implements Yaml {

        /** How a scalar is written. */
        public enum Form {
            /** Without quotes: may be a number, a truth value or nothing at all. */
            PLAIN,
            /** With quotes or as a block: always a text. */
            QUOTED
        }

        /**
         * Makes a text.
         *
         * @param text the text
         * @param origin who says so
         * @return the scalar, quoted
         */
        public static Scalar text(String text, Origin origin) {
            return new Scalar(text, Form.QUOTED, origin);
        }

        /**
         * Makes a value whose type is read from how it looks, such as a number.
         *
         * @param text the value as it is written
         * @param origin who says so
         * @return the scalar, plain
         */
        public static Scalar plain(String text, Origin origin) {
            return new Scalar(text, Form.PLAIN, origin);
        }

        /**
         * Tells whether this is YAML's nothing.
         *
         * @return true for an empty plain scalar, {@code ~} and {@code null}
         */
        public boolean isNull() {
            return form == Form.PLAIN && (text.isEmpty() || "~".equals(text) || "null".equalsIgnoreCase(text));
        }
    }
}
