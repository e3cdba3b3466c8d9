package org.recipeharness.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test changes the mounts, the volumes or the ports of one service between two releases. */
class MovedDataTest {

    private RecipeTree base;
    private RecipeTree head;

    @BeforeEach
    void writeTwoReleasesWithTwoVolumes(@TempDir Path temporary) throws IOException {
        base = RecipeTree.sound(temporary.resolve("base"), "1.0.0+1.2.3");
        head = RecipeTree.sound(temporary.resolve("head"), "1.1.0+1.3.0");
        for (RecipeTree tree : List.of(base, head)) {
            tree.change("compose.yml", "\nvolumes:\n  data:", "\nvolumes:\n  other: {}\n  data:");
        }
    }

    @Test
    void findsAVolumeAtAnotherFolder() throws IOException {
        head.change("compose.yml", "- data:/data", "- data:/var/lib/app");

        assertFinds(
                "compose.yml:15: warning: moved-data: 'app' has the volume 'data' at /var/lib/app, and had it at /data");
    }

    @Test
    void onlyNotesAVolumeAtTheFolderOfAnotherImage() throws IOException {
        head.change("compose.yml", "- data:/data", "- data:/var/lib/app")
                .change("compose.yml", "demo/app:1.2.3", "other/app:1.2.3");

        assertFinds("compose.yml:15: note: moved-data: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: volume, source: data, target: /data, volume: {subpath: files}} | has the volume 'data' at /data (subpath files), and had it at /data",
                "{type: tmpfs, target: /data} | has a mount of type tmpfs at /data, where the volume 'data' was",
                "/srv/data:/data | has a mount of type bind '/srv/data' at /data, where the volume 'data' was",
                "other:/data | has the volume 'other' at /data, where the volume 'data' was"
            })
    void findsSomethingElseWhereTheVolumeWas(String mount, String found) throws IOException {
        head.change("compose.yml", "- data:/data", "- " + mount);

        assertThat(head.findingsFrom(base))
                .singleElement()
                .asString()
                .startsWith("compose.yml:15: warning: moved-data: 'app' " + found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: volume, source: data, target: /data}",
                "data:/data/",
                "data:/data:rw",
                "data:${FOLDER:-/data}"
            })
    void doesNotMindAnotherFormOfTheSameMount(String mount) throws IOException {
        head.change("compose.yml", "- data:/data", "- " + mount);

        assertFinds();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"/data/files | /data/uploads | note", "/data | /srv/files | note", "/data/files | /data | note"})
    void findsAVariableThatNamesAnotherFolder(String then, String now, String severity) throws IOException {
        base.change("compose.yml", "- MODE=", "- FILES=" + then + "\n      - MODE=");
        head.change("compose.yml", "- MODE=", "- FILES=" + now + "\n      - MODE=");

        assertFinds("compose.yml:8: " + severity + ": moved-data: 'app' has FILES=" + now + ", and had " + then
                + ", which is on the volume 'data'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Another name of the same folder, something that is no folder, and folders outside of the volume.
                "/data/files | /data/files/",
                "/data/files | s3://bucket",
                "/tmp/files | /tmp/others",
                "/database | /databases"
            })
    void doesNotMindAVariableThatMovesNoData(String then, String now) throws IOException {
        base.change("compose.yml", "- MODE=", "- FILES=" + then + "\n      - MODE=");
        head.change("compose.yml", "- MODE=", "- FILES=" + now + "\n      - MODE=");

        assertFinds();
    }

    @Test
    void doesNotMindAVariableThatMovesWithItsVolume() throws IOException {
        base.change("compose.yml", "- MODE=", "- FILES=/data/files\n      - MODE=");
        head.change("compose.yml", "- MODE=", "- FILES=/var/lib/app/files\n      - MODE=")
                .change("compose.yml", "- data:/data", "- data:/var/lib/app");

        assertFinds();
    }

    @Test
    void findsADatabaseThatIsToldAnotherFolder() throws IOException {
        head.change(
                "compose.yml",
                "image: postgres:15.4",
                "image: postgres:15.4\n    environment: {PGDATA: /var/lib/postgresql/data/pgdata}");

        assertFinds("compose.yml:29: warning: moved-data: 'db' has PGDATA=/var/lib/postgresql/data/pgdata, and had"
                + " /var/lib/postgresql/data, which is on the volume 'dump'");
    }

    @Test
    void doesNotMindADatabaseThatIsToldItsUsualFolder() throws IOException {
        head.change(
                "compose.yml",
                "image: postgres:15.4",
                "image: postgres:15.4\n    environment: {PGDATA: /var/lib/postgresql/data}");

        assertFinds();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{driver: nfs}",
                "{driver_opts: {type: nfs, device: \":/srv\"}}",
                "{name: \"${STACK_NAME}_data\", driver_opts: {type: none, o: bind, device: /srv}}"
            })
    void findsAVolumeWithOtherSettings(String volume) throws IOException {
        head.change("compose.yml", "  data:\n  dump:\nconfigs", "  data: " + volume + "\n  dump:\nconfigs");

        assertThat(head.findingsFrom(base))
                .singleElement()
                .asString()
                .startsWith("compose.yml:41: warning: changed-volume: the volume 'data' has {d")
                .contains(", and had {driver=local}, under the same name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{driver: local}", "{driver_opts: {}}", "{labels: {a: b}}"})
    void doesNotMindAnotherFormOfTheSameSettings(String volume) throws IOException {
        head.change("compose.yml", "  data:\n  dump:\nconfigs", "  data: " + volume + "\n  dump:\nconfigs");

        assertFinds();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"23:22\"", "\"22:22/udp\"", "{target: 22, published: 2222, mode: host}", "\"22\""})
    void findsAPortThatIsGone(String port) throws IOException {
        ports(base, "[\"22:22\"]");
        ports(head, "[" + port + "]");

        assertThat(head.findingsFrom(base))
                .singleElement()
                .asString()
                .startsWith("1.0.0+1.2.3:compose.yml:6: warning: dropped-port: the port 22/tcp is no longer published");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"22:2222\"", "{target: 22, published: 22, mode: host}", "\"20-24:20-24\"", "\"${PORT:-22}:22\""})
    void doesNotMindAPortThatIsStillPublished(String port) throws IOException {
        ports(base, "[\"22:22\"]");
        ports(head, "[" + port + "]");

        assertFinds();
    }

    private static void ports(RecipeTree tree, String ports) throws IOException {
        tree.change("compose.yml", "image: demo/app:1.2.3\n", "image: demo/app:1.2.3\n    ports: " + ports + "\n");
    }

    private void assertFinds(String... beginnings) {
        List<String> findings = head.findingsFrom(base);
        assertThat(findings).hasSameSizeAs(beginnings);
        for (int i = 0; i < beginnings.length; i++) {
            assertThat(findings.get(i)).startsWith(beginnings[i]);
        }
    }
}
