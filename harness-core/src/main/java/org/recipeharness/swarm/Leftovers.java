package org.recipeharness.swarm;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is there of a stack.
 *
 * @param byKind names by docker's word for their kind: {@code service}, {@code container}, {@code network}, {@code volume},
 *     {@code secret}, {@code config}; kinds with nothing left are not in it
 */
public record Leftovers(Map<String, List<String>> byKind) {

    /** Docker's word for a container. */
    public static final String CONTAINER = "container";

    /** Docker's word for a network. */
    public static final String NETWORK = "network";

    /** Docker's word for a volume. */
    public static final String VOLUME = "volume";

    public Leftovers {
        var found = new TreeMap<>(byKind);
        found.values().removeIf(List::isEmpty);
        byKind = Collections.unmodifiableMap(found);
    }

    /**
     * Tells whether nothing is left.
     *
     * @return true when there is nothing of any kind
     */
    public boolean isNothing() {
        return byKind.isEmpty();
    }

    /**
     * Tells whether something of a kind is left.
     *
     * @param kind docker's word for it
     * @return true when at least one is there
     */
    public boolean has(String kind) {
        return byKind.containsKey(kind);
    }

    /**
     * Leaves a kind out.
     *
     * @param kind docker's word for it
     * @return all that is left of other kinds
     */
    public Leftovers without(String kind) {
        var others = new TreeMap<>(byKind);
        others.remove(kind);
        return new Leftovers(others);
    }

    @Override
    public String toString() {
        return byKind.entrySet().stream()
                .map(kind -> kind.getKey() + " " + String.join(", ", kind.getValue()))
                .collect(Collectors.joining("; "));
    }
}
