package org.recipeharness.compose;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A list in which each item has a key: an item of a later file replaces the one of the same key as a whole, and all are ordered by
 * their keys.
 *
 * <p>The docker CLI does this to the list of any service that two files describe, even if only the earlier one has the list. So of
 * two ports published under one number, {@code tcp} and {@code udp}, only the last is left. A list that only the later file has
 * stays as it is.
 *
 * @param field the field that is the key
 * @param order how keys are ordered, and which of them are the same
 */
record KeyedItems(String field, Comparator<String> order) implements MergeRule {

    @Override
    public Yaml merged(Yaml base, Yaml override) {
        if (!(base instanceof Yaml.Sequence former && override instanceof Yaml.Sequence latter)) {
            return override;
        }
        Map<String, Yaml> byKey = new TreeMap<>(order);
        former.items().forEach(item -> byKey.put(key(item), item));
        latter.items().forEach(item -> byKey.put(key(item), item));
        return new Yaml.Sequence(List.copyOf(byKey.values()), former.origin());
    }

    private String key(Yaml item) {
        return item instanceof Yaml.Mapping mapping ? mapping.text(field).orElse("") : "";
    }
}
