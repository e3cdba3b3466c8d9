package org.recipeharness.canonical;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/** How a record lies in its file: JSON for people's eyes, with a format's number and a checksum, by which any other byte is found. */
final class RecordForm {

    private static final int FORMAT = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private RecordForm() {}

    static byte[] bytes(ObjectNode record) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("format", FORMAT).put("checksum", checksum(record)).set("record", record);
        return (file.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static JsonNode record(byte[] content) throws FormException {
        JsonNode whole = parse(content);
        JsonNode format = whole.path("format");
        if (!format.isInt() || format.intValue() != FORMAT) {
            throw new FormException(
                    "format is " + (format.isMissingNode() ? "not there" : format) + ", expected " + FORMAT);
        }
        Fields file = Fields.of("the file", whole, Set.of("format", "checksum", "record"));
        JsonNode record = file.node("record");
        if (!file.text("checksum").equals(checksum(record))) {
            throw new FormException(
                    "the checksum of the record is " + checksum(record) + ", expected " + file.text("checksum"));
        }
        return record;
    }

    private static JsonNode parse(byte[] content) throws FormException {
        try {
            return JSON.readTree(content);
        } catch (JsonProcessingException e) {
            throw new FormException(
                    "found no JSON (" + e.getOriginalMessage() + "), expected what the harness has written");
        } catch (IOException e) {
            // Such as half of a character.
            throw new FormException("found no text (" + e.getMessage() + "), expected what the harness has written");
        }
    }

    private static String checksum(JsonNode record) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(JSON.writeValueAsString(record).getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
