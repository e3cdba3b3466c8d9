package org.recipeharness.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a process of its own is told by the one that starts it, on its standard input: settings may hold what nobody else is to see.
 *
 * @param properties system properties
 * @param tests the tests to run, by their unique ids
 */
public record Handover(Map<String, String> properties, List<String> tests) {

    public Handover {
        properties = Map.copyOf(properties);
        tests = List.copyOf(tests);
    }

    /** As a line, with its end. */
    String line() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode values = node.putObject("properties");
        new TreeMap<>(properties).forEach(values::put);
        tests.forEach(node.putArray("tests")::add);
        return node + "\n";
    }

    /**
     * Reads what was handed over.
     *
     * @param reader where from; it is left behind the line
     * @return what was told
     * @throws IOException when it can't be read, or is none
     */
    public static Handover read(BufferedReader reader) throws IOException {
        String line = reader.readLine();
        if (line == null) {
            throw new IOException("Reading what to run on the standard input: found its end, expected a line of JSON."
                    + " This program is started by the harness alone");
        }
        try {
            JsonNode node = JsonMapper.builder().build().readTree(line);
            var properties = new TreeMap<String, String>();
            node.required("properties")
                    .properties()
                    .forEach(each ->
                            properties.put(each.getKey(), each.getValue().asText()));
            var tests = new ArrayList<String>();
            node.required("tests").forEach(each -> tests.add(each.asText()));
            return new Handover(properties, tests);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // Not with its text, which may hold secrets.
            throw new IOException("Reading what to run on the standard input: found no JSON with properties and tests");
        }
    }

    /** Its properties may hold secrets. */
    @Override
    public String toString() {
        return tests.size() + " tests";
    }
}
