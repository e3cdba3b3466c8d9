package org.recipeharness.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.recipeharness.verdict.Measured;

/** How it is written what the machine was like; what is missing was not measured. */
final class MeasuredForm {

    private MeasuredForm() {}

    static Measured read(JsonNode node) {
        return new Measured(
                number(node, "load"),
                number(node, "cpu"),
                number(node, "io"),
                number(node, "memory"),
                node.path("free").isNumber() ? OptionalLong.of(node.path("free").asLong()) : OptionalLong.empty(),
                node.path("beside").asInt());
    }

    private static OptionalDouble number(JsonNode node, String field) {
        JsonNode found = node.path(field);
        return found.isNumber() ? OptionalDouble.of(found.asDouble()) : OptionalDouble.empty();
    }
}
