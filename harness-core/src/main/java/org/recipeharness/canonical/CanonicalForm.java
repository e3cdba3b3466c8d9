package org.recipeharness.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.stack.StackVolume;

/** A canonical as the content of a record. */
final class CanonicalForm {

    private static final Set<String> CANONICAL = Set.of("recipe", "current", "history");
    private static final Set<String> AGED = Set.of("version", "snapshot");
    private static final Set<String> VOLUME = Set.of("key", "name");
    private static final Set<String> VERSION =
            Set.of("ref", "commit", "domain", "images", "volumes", "key", "markers", "promoted", "run", "evidence");

    private CanonicalForm() {}

    static ObjectNode write(Canonical canonical) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("recipe", canonical.recipe().text());
        node.set("current", write(canonical.current()));
        ArrayNode history = node.putArray("history");
        canonical.history().forEach(aged -> history.add(write(aged)));
        return node;
    }

    static Canonical read(JsonNode record) throws FormException {
        Fields fields = Fields.of("record", record, CANONICAL);
        return new Canonical(
                new RecipeName(fields.text("recipe")),
                version(fields.object("current", VERSION)),
                fields.list("history", AGED, CanonicalForm::aged));
    }

    private static ObjectNode write(Aged aged) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("snapshot", aged.snapshot().orElse(null));
        node.set("version", write(aged.version()));
        return node;
    }

    private static Aged aged(Fields fields) throws FormException {
        return new Aged(version(fields.object("version", VERSION)), fields.optional("snapshot"));
    }

    private static ObjectNode write(GoodVersion version) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("ref", version.ref())
                .put("commit", version.commit())
                .put("domain", version.domain())
                .put("promoted", version.promoted().toString())
                .put("run", version.run())
                .put("key", version.key().orElse(null));
        ObjectNode images = node.putObject("images");
        version.images().forEach(images::put);
        ArrayNode volumes = node.putArray("volumes");
        version.volumes()
                .forEach(volume -> volumes.addObject().put("key", volume.key()).put("name", volume.name()));
        node.set("markers", SeededForm.write(version.markers()));
        ArrayNode evidence = node.putArray("evidence");
        version.evidence().forEach(evidence::add);
        return node;
    }

    private static GoodVersion version(Fields fields) throws FormException {
        return new GoodVersion(
                fields.filled("ref"),
                fields.filled("commit"),
                fields.filled("domain"),
                fields.textByName("images"),
                fields.list("volumes", VOLUME, each -> new StackVolume(each.filled("key"), each.filled("name"))),
                fields.optional("key"),
                SeededForm.read(fields.object("markers", SeededForm.SEEDED)),
                fields.instant("promoted"),
                fields.filled("run"),
                fields.texts("evidence"));
    }
}
