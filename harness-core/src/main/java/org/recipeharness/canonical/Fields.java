package org.recipeharness.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An object of a record, each field of which is of the kind that is expected.
 *
 * @param place where it is, such as {@code current.markers}
 * @param object the object
 */
record Fields(String place, ObjectNode object) {

    /** Reads one item of a list. */
    @FunctionalInterface
    interface Reading<T> {
        T from(Fields fields) throws FormException;
    }

    /** Takes a node for an object with certain fields and no others. */
    static Fields of(String place, JsonNode node, Set<String> names) throws FormException {
        if (!(node instanceof ObjectNode object)) {
            throw wrong(place, node, "an object");
        }
        var found = new TreeSet<String>();
        object.fieldNames().forEachRemaining(found::add);
        if (!found.equals(new TreeSet<>(names))) {
            throw new FormException(place + " has the fields " + found + ", expected " + new TreeSet<>(names));
        }
        return new Fields(place, object);
    }

    String text(String name) throws FormException {
        return text(at(name), object.path(name));
    }

    /** A text that is not empty. */
    String filled(String name) throws FormException {
        String text = text(name);
        if (text.isBlank()) {
            throw wrong(at(name), object.path(name), "a text that is not empty");
        }
        return text;
    }

    Optional<String> optional(String name) throws FormException {
        return object.path(name).isNull() ? Optional.empty() : Optional.of(filled(name));
    }

    Instant instant(String name) throws FormException {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw wrong(at(name), object.path(name), "a time such as 2026-11-26T06:30:00Z");
        }
    }

    JsonNode node(String name) {
        return object.path(name);
    }

    Fields object(String name, Set<String> names) throws FormException {
        return of(at(name), object.path(name), names);
    }

    List<String> texts(String name) throws FormException {
        var texts = new ArrayList<String>();
        for (JsonNode item : array(name)) {
            texts.add(text(at(name) + "[" + texts.size() + "]", item));
        }
        return texts;
    }

    Map<String, String> textByName(String name) throws FormException {
        if (!(object.path(name) instanceof ObjectNode entries)) {
            throw wrong(at(name), object.path(name), "an object");
        }
        var texts = new TreeMap<String, String>();
        for (Map.Entry<String, JsonNode> entry : entries.properties()) {
            texts.put(entry.getKey(), text(at(name) + "." + entry.getKey(), entry.getValue()));
        }
        return texts;
    }

    <T> List<T> list(String name, Set<String> names, Reading<T> reading) throws FormException {
        var items = new ArrayList<T>();
        for (JsonNode item : array(name)) {
            items.add(reading.from(of(at(name) + "[" + items.size() + "]", item, names)));
        }
        return items;
    }

    String at(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private JsonNode array(String name) throws FormException {
        JsonNode array = object.path(name);
        if (!array.isArray()) {
            throw wrong(at(name), array, "a list");
        }
        return array;
    }

    private static String text(String place, JsonNode node) throws FormException {
        if (!node.isTextual()) {
            throw wrong(place, node, "a text");
        }
        return node.textValue();
    }

    private static FormException wrong(String place, JsonNode found, String expected) {
        return new FormException(
                place + " is " + (found.isMissingNode() ? "not there" : found) + ", expected " + expected);
    }
}
