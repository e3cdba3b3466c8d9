package org.recipeharness.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.checkout.JavaProcess;
import org.recipeharness.fault.Party;
import org.recipeharness.report.model.PastVersion;
import org.recipeharness.report.model.Recalled;
import org.recipeharness.report.model.TierOutcome;

class HistoryTest {

    private final Path file;
    private final History history;

    HistoryTest(@TempDir Path folder) {
        this.file = folder.resolve("data/history.db");
        this.history = new History(file);
    }

    @Test
    void remembersAllThatIsAskedForLater() {
        Recollection known = Runs.remembered(history, Runs.green(10), Runs.red("b"));

        assertThat(known.runs())
                .extracting(Remembered::run, Remembered::outcome)
                .containsExactly(tuple(2L, TierOutcome.FAILED), tuple(1L, TierOutcome.PASSED));
        Remembered red = known.runs().get(0);
        assertThat(red.tiers()).extracting(tier -> tier.reason()).contains(Optional.of("no marker"));
        assertThat(red.reds()).singleElement().satisfies(cause -> {
            assertThat(cause.blame().party()).isEqualTo(Party.RECIPE);
            assertThat(cause.blame().timed()).isTrue();
            assertThat(cause.tier()).contains("restore");
        });
        assertThat(red.verdict()).contains("recipe defect");
        assertThat(red.identity()).contains(Runs.IDENTITY);
        assertThat(red.head()).isEqualTo(Runs.red("b").head());
        assertThat(red.took()).isEqualTo(Runs.red("b").took());
        assertThat(known.runs().get(1).tiers().get(0).readiness())
                .extracting(used -> used.elapsed().toMillis())
                .containsExactly(6200L);
    }

    @Test
    void theLastGreenAndTheLastRestoreAreFoundBehindReds() {
        Recollection known = Runs.remembered(history, Runs.green(10), Runs.red("b"), Runs.red("c"));

        assertThat(known.lastGreen()).map(PastVersion::run).contains(1L);
        assertThat(known.restoreProved()).map(PastVersion::when).contains(Runs.START);
        assertThat(history.of("sample", "org.example.AnotherTest", Map.of()).restoreProved())
                .as("by whichever class")
                .isPresent();
    }

    @Test
    void aRestoreThatDoesNotCoverAllDataIsNoProof() {
        history.record(Runs.sweep(1, Runs.partlyRestored()), result -> Optional.empty());

        assertThat(history.of("sample", Runs.TEST_CLASS, Map.of()).restoreProved())
                .isEmpty();
    }

    @Test
    void whatAnOlderHarnessCalledProvedIsNoProofAndItsFileIsWrittenOn() throws Exception {
        Runs.remembered(history, Runs.green(10));
        execute("ALTER TABLE recipes DROP COLUMN restore_proved");

        Recollection before = history.of("sample", Runs.TEST_CLASS, Map.of());
        assertThat(before.restoreProved()).isEmpty();
        assertThat(before.lastGreen()).isPresent();

        history.record(Runs.sweep(1, Runs.notRun()), result -> Optional.empty());
        assertThat(history.of("sample", Runs.TEST_CLASS, Map.of()).restoreProved())
                .as("of rows without a value")
                .isEmpty();

        history.record(Runs.sweep(2, Runs.green(10)), result -> Optional.empty());
        assertThat(history.of("sample", Runs.TEST_CLASS, Map.of()).restoreProved())
                .map(PastVersion::run)
                .contains(3L);
    }

    @Test
    void whatHasNotRunAndWhatOnlyRecallsAnEarlierRunIsNoRunOfIt() {
        Runs.remembered(history, Runs.green(10), Runs.notRun());
        var past = history.of("sample", Runs.TEST_CLASS, Map.of())
                .past(Runs.red("a"))
                .recalling(new Recalled(1, Runs.START, "red as before"));
        history.record(Runs.sweep(3, Runs.red("a").withPast(past)), result -> Optional.empty());

        assertThat(history.of("sample", Runs.TEST_CLASS, Map.of()).runs()).hasSize(1);
    }

    @Test
    void runsThatWereHeldToSomethingElseAreOthers() {
        history.record(Runs.sweep(1, Map.of("tier", "install"), Runs.green(1)), result -> Optional.empty());
        history.record(Runs.sweep(2, Map.of("recipe", "sample"), Runs.green(1)), result -> Optional.empty());

        assertThat(history.of("sample", Runs.TEST_CLASS, Map.of()).runs())
                .extracting(Remembered::run)
                .containsExactly(2L);
        assertThat(history.of("sample", Runs.TEST_CLASS, Map.of("tier", "install", "recipe", "sample"))
                        .runs())
                .extracting(Remembered::run)
                .containsExactly(1L);
    }

    @Test
    void nothingIsKnownAndNothingMadeWhereNothingWasWritten() {
        assertThat(history.of("sample", Runs.TEST_CLASS, Map.of())).isEqualTo(Recollection.NONE);
        assertThat(file).doesNotExist();
    }

    @Test
    void severalWriteAtOnceAndNoneIsLost() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Long>> written = Stream.generate(() -> writers.submit(
                            () -> new History(file).record(Runs.sweep(1, Runs.green(1)), result -> Optional.empty())))
                    .limit(12)
                    .toList();
            for (Future<Long> each : written) {
                each.get();
            }
        } finally {
            writers.shutdownNow();
        }

        assertThat(history.of("sample", Runs.TEST_CLASS, Map.of()).runs()).hasSize(12);
    }

    @Test
    void aWriterThatIsKilledLeavesEachRunThatItHasWrittenAndNoHalfOne() throws Exception {
        int told = 0;
        for (int killed = 0; killed < 3; killed++) {
            Process writer = JavaProcess.start(HistoryWriter.class, file.toString());
            try (var lines = writer.inputReader()) {
                for (int line = 0; line < 3 + killed; line++) {
                    assertThat(lines.readLine()).isEqualTo("written");
                    told++;
                }
            } finally {
                writer.destroyForcibly().waitFor();
            }
            List<Remembered> runs =
                    history.of("sample", Runs.TEST_CLASS, Map.of()).runs();
            assertThat(runs)
                    .hasSizeGreaterThanOrEqualTo(told)
                    .allSatisfy(run -> assertThat(run.tiers()).hasSize(2));
            told = runs.size();
        }
        history.record(Runs.sweep(1, Runs.green(1)), result -> Optional.empty());
    }

    @Test
    void aDamagedFileIsToldAndLeftAsItIs() throws IOException {
        Files.createDirectories(file.getParent());
        byte[] garbage = "this is no database, ".repeat(400).getBytes(StandardCharsets.UTF_8);
        Files.write(file, garbage);

        assertRefused("it is damaged", garbage);
    }

    @Test
    void aPageThatIsBrokenIsToldBeforeAnythingIsWritten() throws IOException {
        for (int day = 0; day < 40; day++) {
            history.record(Runs.sweep(day, Runs.red("b")), result -> Optional.of(Runs.IDENTITY));
        }
        byte[] content = Files.readAllBytes(file);
        // All but the first page, which says what the file is.
        for (int at = 8192; at < content.length; at++) {
            content[at] = (byte) 0xA5;
        }
        Files.write(file, content);

        assertRefused("it is damaged", content);
    }

    @Test
    void aNewerSchemaIsToldAndLeftAsItIs() throws Exception {
        history.record(Runs.sweep(1, Runs.green(1)), result -> Optional.empty());
        execute("PRAGMA user_version = 2");

        assertRefused("its schema has version 2, and this harness knows 1", Files.readAllBytes(file));
    }

    @Test
    void anotherProgramsDatabaseIsToldAndLeftAsItIs() throws Exception {
        Files.createDirectories(file.getParent());
        execute("CREATE TABLE runs (id INTEGER)");

        assertRefused("the database of another program", Files.readAllBytes(file));
    }

    private void assertRefused(String told, byte[] content) throws IOException {
        assertThatThrownBy(() -> history.record(Runs.sweep(1, Runs.green(1)), result -> Optional.empty()))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining(told)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("-Dharness.history=");
        assertThat(Files.readAllBytes(file)).isEqualTo(content);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
