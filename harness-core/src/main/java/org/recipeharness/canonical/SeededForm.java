package org.recipeharness.canonical;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.recipeharness.data.DataStore;
import org.recipeharness.data.Marker;
import org.recipeharness.data.MysqlDatabase;
import org.recipeharness.data.PostgresDatabase;
import org.recipeharness.data.Seed;
import org.recipeharness.data.Seeded;
import org.recipeharness.data.ServerDatabase;
import org.recipeharness.data.SqliteFile;
import org.recipeharness.data.VolumeFolder;

/** What was put into an app's data, as a part of a record. */
final class SeededForm {

    static final Set<String> SEEDED = Set.of("seeds", "uncovered");

    private static final Set<String> SEED = Set.of("store", "marker");
    private static final Set<String> MARKER = Set.of("token", "rows");
    private static final Set<String> SERVER = Set.of("kind", "service", "database", "user");

    private SeededForm() {}

    static ObjectNode write(Seeded seeded) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode seeds = node.putArray("seeds");
        for (Seed seed : seeded.seeds()) {
            ObjectNode each = seeds.addObject();
            each.set("store", write(seed.store()));
            ObjectNode marker =
                    each.putObject("marker").put("token", seed.marker().token());
            ArrayNode rows = marker.putArray("rows");
            seed.marker().rows().forEach(rows::add);
        }
        ArrayNode uncovered = node.putArray("uncovered");
        seeded.uncovered().forEach(uncovered::add);
        return node;
    }

    static Seeded read(Fields fields) throws FormException {
        return new Seeded(fields.list("seeds", SEED, SeededForm::seed), fields.texts("uncovered"));
    }

    private static Seed seed(Fields fields) throws FormException {
        Fields marker = fields.object("marker", MARKER);
        return new Seed(store(fields), new Marker(marker.filled("token"), marker.texts("rows")));
    }

    private static ObjectNode write(DataStore store) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (store instanceof PostgresDatabase database) {
            return write(node.put("kind", "postgres"), database);
        }
        if (store instanceof MysqlDatabase database) {
            return write(node.put("kind", "mysql"), database);
        }
        if (store instanceof SqliteFile sqlite) {
            return node.put("kind", "sqlite").put("service", sqlite.service()).put("file", sqlite.file());
        }
        var folder = (VolumeFolder) store;
        return node.put("kind", "volume")
                .put("service", folder.service())
                .put("volume", folder.volume())
                .put("target", folder.target());
    }

    private static ObjectNode write(ObjectNode node, ServerDatabase database) {
        return node.put("service", database.service())
                .put("database", database.database())
                .put("user", database.user());
    }

    private static DataStore store(Fields seed) throws FormException {
        String kind = seed.node("store").path("kind").asText();
        switch (kind) {
            case "postgres" -> {
                Fields store = seed.object("store", SERVER);
                return new PostgresDatabase(store.filled("service"), store.filled("database"), store.filled("user"));
            }
            case "mysql" -> {
                Fields store = seed.object("store", SERVER);
                return new MysqlDatabase(store.filled("service"), store.filled("database"), store.filled("user"));
            }
            case "sqlite" -> {
                Fields store = seed.object("store", Set.of("kind", "service", "file"));
                return new SqliteFile(store.filled("service"), store.filled("file"));
            }
            case "volume" -> {
                Fields store = seed.object("store", Set.of("kind", "service", "volume", "target"));
                return new VolumeFolder(store.filled("service"), store.filled("volume"), store.filled("target"));
            }
            default ->
                throw new FormException(
                        seed.at("store.kind") + " is '" + kind + "', expected postgres, mysql, sqlite or volume");
        }
    }
}
