package org.recipeharness.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.recipeharness.backup.Contract.Offer;
import org.recipeharness.backup.SnapshotEntry.Kind;

class ProofTest {

    private static final String TOKEN = "recipe-harness-run-1-0123456789abcdef";
    private static final Map<String, String> WANTED = Map.of(TOKEN, "the database");
    private static final String DUMP = "x".repeat(70_000) + TOKEN + " row 1\n" + "y".repeat(70_000);

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    @Test
    void findsTheMarkerInADumpWhetherOrNotItIsCompressed() throws Exception {
        files.put("backup.sql", DUMP.getBytes(StandardCharsets.UTF_8));
        assertThat(proof("backup.sql").held())
                .containsExactly("the database: in backup.sql of volume demo_db, as it is");

        files.put("backup.sql", gzip(DUMP));
        Proof proof = proof("backup.sql");
        assertThat(proof.held()).containsExactly("the database: in backup.sql of volume demo_db, compressed by gzip");
        assertThat(proof.faults()).isEmpty();
    }

    /** As mysqldump of MariaDB 10.11.19 writes it. */
    @Test
    void findsTheMarkerInADumpOfMariadb() throws Exception {
        String dump = """
                /*M!999999\\- enable the sandbox mode */\s
                -- MariaDB dump 10.19  Distrib 10.11.19-MariaDB, for debian-linux-gnu (x86_64)
                LOCK TABLES `ci_marker` WRITE;
                /*!40000 ALTER TABLE `ci_marker` DISABLE KEYS */;
                INSERT INTO `ci_marker` VALUES
                (1,'%1$s row 1'),
                (2,'%1$s row 2: größer als zwölf');
                """.formatted(TOKEN);
        files.put("backup.sql", dump.getBytes(StandardCharsets.UTF_8));
        assertThat(proof("backup.sql").held()).hasSize(1);

        files.put("backup.sql", gzip(dump));
        assertThat(proof("backup.sql").held()).hasSize(1);
    }

    @Test
    void tellsAPathThatMatchesNothing() throws Exception {
        assertThat(proof("backup.sql").faults())
                .containsExactly(
                        "the path 'backup.sql' of volume 'db' matches nothing: a label names it, but nothing is there"
                                + " once the hooks have run",
                        "nothing of the database is in the snapshot. Looked in no file, as there is none; omitted");
    }

    @Test
    void tellsADumpThatIsEmptyOrHoldsNothingOrIsBroken() throws Exception {
        files.put("backup.sql", new byte[0]);
        assertThat(proof("backup.sql").faults()).contains("backup.sql of volume demo_db is empty");

        files.put("backup.sql", gzip(""));
        assertThat(proof("backup.sql").faults())
                .contains("backup.sql of volume demo_db, compressed by gzip: nothing is in it");

        byte[] whole = gzip(DUMP);
        files.put("backup.sql", Arrays.copyOf(whole, whole.length - 12));
        assertThat(proof("backup.sql").faults())
                .contains("backup.sql of volume demo_db, compressed by gzip: it is broken: it ends too early");
    }

    @Test
    void tellsADumpOfSomethingElse() throws Exception {
        files.put("backup.sql", "another database".getBytes(StandardCharsets.UTF_8));

        assertThat(proof("backup.sql").faults())
                .containsExactly("nothing of the database is in the snapshot. Looked in backup.sql of volume demo_db"
                        + " (16 bytes, as it is); omitted");
    }

    @Test
    void warnsOfTheFilesOfARunningServer() throws Exception {
        files.put("postmaster.pid", new byte[] {'1'});
        files.put("base/1/2", DUMP.getBytes(StandardCharsets.UTF_8));

        Proof proof = proof();
        assertThat(proof.faults()).isEmpty();
        assertThat(proof.warnings())
                .singleElement()
                .asString()
                .startsWith(
                        "the files of a PostgreSQL server were copied while it ran (postmaster.pid of volume demo_db");

        files.remove("postmaster.pid");
        files.put("mysql/ibtmp1", new byte[] {'1'});
        assertThat(proof().warnings())
                .singleElement()
                .asString()
                .startsWith(
                        "the files of a MariaDB or MySQL server were copied while it ran (ibtmp1 of volume demo_db");
    }

    @Test
    void warnsOfTheFilesOfARunningMongodbOnly() throws Exception {
        files.put("base/1/2", DUMP.getBytes(StandardCharsets.UTF_8));
        files.put("mongo/mongod.lock", new byte[] {'7'});
        assertThat(proof().warnings())
                .singleElement()
                .asString()
                .startsWith("the files of a MongoDB server were copied while it ran (mongod.lock of volume demo_db");

        // As it is after the server has ended.
        files.put("mongo/mongod.lock", new byte[0]);
        assertThat(proof().warnings()).isEmpty();
    }

    private Proof proof(String... paths) throws InterruptedException {
        var part = new VolumePart("db", "demo_db", List.of(paths));
        var contract = new Contract(Offer.MADE, List.of(), List.of(), List.of(part), List.of("omitted"), List.of());
        return Proof.of(new BackedUp(contract, new InMemory(files), List.of(), Duration.ZERO), WANTED);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private record InMemory(Map<String, byte[]> files) implements Snapshot {

        @Override
        public String id() {
            return "in memory";
        }

        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public void read(SnapshotVisitor visitor) {
            files.forEach((path, content) -> {
                try {
                    visitor.visit(
                            new SnapshotEntry("demo_db", path, Kind.FILE, content.length, Instant.EPOCH),
                            new ByteArrayInputStream(content));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        @Override
        public long restore(Selection target) {
            throw new UnsupportedOperationException("nothing is restored here");
        }
    }
}
