package org.recipeharness.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records whose files are not what was written. */
@Timeout(60)
class DamageTest {

    private static final Canonical OLD = Canonical.first(Versions.GITEA, Versions.good("1.0.0+1.0"))
            .advancedTo(Versions.good("2.0.0+2.0"), Optional.of("first.tar.gz"));
    private static final Advance BEGUN = Versions.advance(Optional.of("second.tar.gz"));

    private final Registry registry;
    private final Path canonical;
    private final Path advance;

    DamageTest(@TempDir Path folder) {
        registry = new Registry(folder);
        canonical = folder.resolve("gitea/canonical.json");
        advance = folder.resolve("gitea/advance.json");
    }

    @BeforeEach
    void write() {
        registry.write(OLD);
        registry.begin(BEGUN);
    }

    @Test
    void isFoundWhereverAFileIsCut() throws IOException {
        byte[] whole = Files.readAllBytes(canonical);
        for (int length = 0; length < whole.length - 1; length++) {
            Files.write(canonical, Arrays.copyOf(whole, length));
            assertThatThrownBy(this::read).as("%s bytes", length).isInstanceOf(DamagedRecordException.class);
        }
        byte[] journal = Files.readAllBytes(advance);
        for (int length = 0; length < journal.length - 1; length++) {
            Files.write(advance, Arrays.copyOf(journal, length));
            assertThatThrownBy(this::underWay).as("%s bytes", length).isInstanceOf(DamagedRecordException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x20, 0x80})
    void isFoundWhateverByteIsFlipped(int bits) throws IOException {
        byte[] whole = Files.readAllBytes(canonical);
        for (int place = 0; place < whole.length; place++) {
            whole[place] ^= (byte) bits;
            Files.write(canonical, whole);
            try {
                assertThat(registry.read(Versions.GITEA)).as("byte %s", place).contains(OLD);
            } catch (DamagedRecordException expected) {
                assertThat(expected).hasMessageContaining("canonical.json");
            }
            whole[place] ^= (byte) bits;
        }
    }

    @Test
    void isNeverOverwritten() throws IOException {
        Files.writeString(canonical, "{");
        Files.writeString(advance, "");

        assertThatExceptionOfType(DamagedRecordException.class)
                .isThrownBy(() -> registry.write(OLD))
                .withMessageStartingWith("Reading the registry's record " + canonical + ": found no JSON (")
                .withMessageContaining("expected what the harness has written. Look at it and move it away");
        assertThatThrownBy(() -> registry.begin(BEGUN)).isInstanceOf(DamagedRecordException.class);
        assertThatThrownBy(() -> registry.end(Versions.GITEA)).isInstanceOf(DamagedRecordException.class);
        assertThatThrownBy(() -> registry.prune(OLD)).isInstanceOf(DamagedRecordException.class);

        assertThat(canonical).hasContent("{");
        assertThat(advance).isEmptyFile();
    }

    @Test
    void isFoundInEveryFieldThatIsMissingOrOfAnotherKindThoughTheChecksumIsRight() throws Exception {
        JsonNode record = RecordForm.record(Files.readAllBytes(canonical));
        assertThat(spoilt(record, record, "", canonical, this::read)).isGreaterThan(100);
        JsonNode journal = RecordForm.record(Files.readAllBytes(advance));
        assertThat(spoilt(journal, journal, "", advance, this::underWay)).isEqualTo(21);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recipe | Gitea! | found 'Gitea!'",
                "recipe | forgejo | it is about forgejo, expected gitea",
                "snapshot | ../../etc/passwd | expected a file's name without a folder",
                "begun | yesterday | begun is \"yesterday\", expected a time such as",
                "run | '' | run is \"\", expected a text that is not empty"
            })
    void isFoundInValuesThatMeanNothing(String line) throws Exception {
        List<String> parts = Arrays.stream(line.split("\\|")).map(String::strip).toList();
        var record = (ObjectNode) RecordForm.record(Files.readAllBytes(advance));
        record.put(parts.get(0), parts.get(1).replace("''", ""));
        Files.write(advance, RecordForm.bytes(record));

        assertThatThrownBy(this::underWay)
                .isInstanceOf(DamagedRecordException.class)
                .hasMessageContaining(parts.get(2));
    }

    @Test
    void isToldApartFromARecordOfANewerHarness() throws IOException {
        Files.writeString(canonical, Files.readString(canonical).replaceFirst("\"format\" : 1", "\"format\" : 2"));

        assertThatThrownBy(this::read).hasMessageContaining("format is 2, expected 1");
    }

    @Test
    void isNotWhatCannotBeRead() throws IOException {
        Files.delete(canonical);
        Files.createDirectory(canonical);

        assertThatThrownBy(this::read)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("Reading " + canonical + ": found ")
                .hasMessageContaining("-Dharness.canonicals");
    }

    private Optional<Canonical> read() {
        return registry.read(Versions.GITEA);
    }

    private Optional<Advance> underWay() {
        return registry.underWay(Versions.GITEA);
    }

    /** Spoils each field below a node in three ways, one at a time; gives how many were tried. */
    private static int spoilt(JsonNode root, JsonNode node, String nodeName, Path file, Runnable reading)
            throws IOException {
        int tried = 0;
        if (node instanceof ArrayNode array) {
            for (JsonNode item : array) {
                tried += spoilt(root, item, nodeName, file, reading);
            }
        }
        if (node instanceof ObjectNode object) {
            for (String name : object.deepCopy().properties().stream()
                    .map(Map.Entry::getKey)
                    .toList()) {
                List<Consumer<ObjectNode>> ways = List.of(
                        each -> each.put(name, 7), each -> each.remove(name), each -> each.put(name + "2", "more"));
                // Services are called as they like.
                for (Consumer<ObjectNode> way : nodeName.equals("images") ? ways.subList(0, 1) : ways) {
                    ObjectNode whole = object.deepCopy();
                    way.accept(object);
                    Files.write(file, RecordForm.bytes((ObjectNode) root));
                    assertThatThrownBy(reading::run)
                            .as("%s in %s", name, object)
                            .isInstanceOf(DamagedRecordException.class);
                    object.removeAll();
                    object.setAll(whole);
                    tried++;
                }
                tried += spoilt(root, object.path(name), name, file, reading);
            }
        }
        return tried;
    }
}
