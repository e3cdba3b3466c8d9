package org.recipeharness.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.recipeharness.recipe.RecipeName;

/** A promotion under way as the content of a record. */
final class AdvanceForm {

    private static final Set<String> ADVANCE = Set.of("recipe", "run", "from", "toRef", "to", "snapshot", "begun");

    private AdvanceForm() {}

    static ObjectNode write(Advance advance) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("recipe", advance.recipe().text())
                .put("run", advance.run())
                .put("from", advance.from().orElse(null))
                .put("toRef", advance.toRef())
                .put("to", advance.to())
                .put("snapshot", advance.snapshot().orElse(null))
                .put("begun", advance.begun().toString());
    }

    static Advance read(JsonNode record) throws FormException {
        Fields fields = Fields.of("record", record, ADVANCE);
        return new Advance(
                new RecipeName(fields.text("recipe")),
                fields.filled("run"),
                fields.optional("from"),
                fields.filled("toRef"),
                fields.filled("to"),
                fields.optional("snapshot"),
                fields.instant("begun"));
    }
}
