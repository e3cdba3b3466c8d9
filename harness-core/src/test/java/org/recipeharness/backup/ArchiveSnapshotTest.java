package org.recipeharness.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.States;

/** What is looked at of an archive before anything of it is written; what is written is seen on a real swarm. */
class ArchiveSnapshotTest {

    private static final String VOLUMES = "var/lib/docker/volumes/";
    private static final String CONTENT = "a dump of 200 rows";

    private final Path file;

    ArchiveSnapshotTest(@TempDir Path folder) {
        this.file = folder.resolve("demo.tar.gz");
    }

    @Test
    void showsWhatWasWritten() throws Exception {
        ArchiveSnapshot snapshot = snapshot("demo_data/dump.sql");
        List<String> shown = new ArrayList<>();

        snapshot.read((entry, content) ->
                shown.add(entry.path() + ": " + new String(content.readAllBytes(), StandardCharsets.UTF_8)));

        assertThat(shown).containsExactly("dump.sql: " + CONTENT);
        assertThat(file.getParent())
                .isDirectoryContaining("glob:**.sha256")
                .isDirectoryNotContaining("glob:**.partial");
    }

    @Test
    void goesStraightToTheVolumesWhereItWasJustReadWhole() throws Exception {
        ArchiveSnapshot snapshot = snapshot("demo_data/dump.sql");
        snapshot.read((entry, content) -> {});

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> snapshot.restore(target("demo_data")))
                .withMessageStartingWith("Restoring the snapshot " + file + " to stack demo: ");
    }

    @Test
    void isReadAnewWhereItsFileHasChangedSince() throws Exception {
        ArchiveSnapshot snapshot = snapshot("demo_data/dump.sql");
        snapshot.read((entry, content) -> {});
        damage();

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> snapshot.restore(target("demo_data")))
                .withMessageStartingWith("Reading the snapshot " + file);
    }

    @Test
    void isReadAnewForVolumesThatItIsNotOf() throws Exception {
        ArchiveSnapshot snapshot = snapshot("demo_data/dump.sql");
        snapshot.read((entry, content) -> {});

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> snapshot.restore(target("demo_other")))
                .withMessageContaining("does not lead into one of the volumes [demo_other]")
                .withMessageContaining("Nothing of the snapshot was written");
    }

    @Test
    void isRefusedForAnEntryThatOnlyALookLetPass() throws Exception {
        ArchiveSnapshot snapshot = snapshot("demo_data");
        snapshot.read((entry, content) -> {});

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> snapshot.restore(target("demo_data")))
                .withMessageContaining("it takes the place of the volume's root");
    }

    private ArchiveSnapshot snapshot(String path) throws IOException {
        byte[] content = CONTENT.getBytes(StandardCharsets.UTF_8);
        try (var writing = new ArchiveWriting(file)) {
            var entry = new TarArchiveEntry(path);
            entry.setSize(content.length);
            writing.add(entry, VOLUMES, new ByteArrayInputStream(content));
            return new ArchiveSnapshot(new FakeSwarm(new FakeTime()), file, writing.complete(), writing.bytes());
        }
    }

    private void damage() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    }

    private static Selection target(String volume) {
        return new Selection(
                States.stack("demo").name(),
                new RunLabels("run", "recipe", "0".repeat(40)),
                "image",
                List.of(new VolumePart("data", volume, List.of())));
    }
}
