package org.recipeharness.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.fault.Party;
import org.recipeharness.report.ResultsFolder;
import org.recipeharness.report.model.SweepResults;
import org.recipeharness.verdict.Attempt;

class AloneRunsTest {

    private final Path folder;

    AloneRunsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aRunIsReadFromItsOwnFolder() throws Exception {
        Attempt attempt = run(leaving(Reds.results(true, Reds.red()), 0));

        assertThat(attempt.number()).isEqualTo(2);
        assertThat(attempt.took()).isEqualTo(Duration.ofSeconds(7));
        assertThat(attempt.reds()).containsExactly(Reds.cause().red());
        assertThat(attempt.results()).hasValue(folder.resolve("gitea-GiteaTest/2"));
    }

    @Test
    void aGreenRunIsGreen() throws Exception {
        assertThat(run(leaving(Reds.results(true, Reds.green()), 0)).isGreen()).isTrue();
    }

    @Test
    void aGreenRunOfAnotherVersionProvesNothing() throws Exception {
        Attempt attempt = run(leaving(Reds.results(true, Reds.recipe("d".repeat(40), List.of())), 0));

        assertThat(attempt.reds()).singleElement().satisfies(red -> {
            assertThat(red.follows()).isTrue();
            assertThat(red.cause()).contains("d".repeat(40), Reds.COMMIT);
        });
    }

    @Test
    void aRunThatDiesIsRedAndTheHarnesssWhateverItHasLeft() throws Exception {
        Attempt attempt = run(leaving(Reds.results(true, Reds.green()), 137));

        assertThat(attempt.reds()).singleElement().satisfies(red -> {
            assertThat(red.party()).isEqualTo(Party.HARNESS);
            assertThat(red.cause()).startsWith("it ended with exit code 137").endsWith("2/output.txt");
        });
    }

    @Test
    void aRunThatIsEndedAtItsLimitIsRedAndCouldBeTheMachines() throws Exception {
        Attempt attempt = run((handover, output, limit) -> {
            assertThat(limit).isEqualTo(Duration.ofSeconds(4 * 7 + 60));
            return OptionalInt.empty();
        });

        assertThat(attempt.reds()).singleElement().satisfies(red -> {
            assertThat(red.timed()).isTrue();
            assertThat(red.cause()).startsWith("it was not at its end after 88 s");
        });
    }

    @Test
    void aRunThatLeavesNoResultsOrUnfinishedOnesIsRed() throws Exception {
        assertThat(run((handover, output, limit) -> OptionalInt.of(0)).reds())
                .singleElement()
                .satisfies(red -> assertThat(red.cause()).startsWith("Reading the results in "));
        assertThat(run(leaving(Reds.results(false, Reds.green()), 0)).reds())
                .singleElement()
                .satisfies(red -> assertThat(red.cause()).contains("found 1 recipes, running, expected one"));
        assertThat(run(leaving(Reds.results(true, Reds.green(), Reds.green()), 0))
                        .reds())
                .singleElement()
                .satisfies(red -> assertThat(red.cause()).contains("found 2 recipes"));
    }

    @Test
    void whatAnEarlierSweepHasLeftIsGone() throws Exception {
        Path old = Files.createDirectories(folder.resolve("mumble-MumbleTest/1"));

        runs((handover, output, limit) -> OptionalInt.of(0)).begin();

        assertThat(old).doesNotExist();
    }

    @Test
    void theRunHasTheSettingsOfTheSweepButForWhatMakesItOneOfMany() {
        var system = new Properties();
        Map.of(
                        "harness.zone", "system.test",
                        "harness.catalogue", "https://user:secret@example.test",
                        "harness.load", "pause:70s",
                        "harness.recipes", "a,b",
                        "harness.parallel", "4",
                        "https.proxyHost", "proxy.test",
                        "java.home", "/jdk",
                        "java.net.preferIPv4Stack", "true",
                        "user.dir", "/",
                        "surefire.test.class.path", "x")
                .forEach(system::setProperty);

        Map<String, String> told = AloneSettings.of(
                system, Map.of("harness.zone", "told.test", "tier", "restore"), "gitea", folder, Optional.empty());

        assertThat(told)
                .containsEntry("harness.zone", "told.test")
                .containsEntry("harness.catalogue", "https://user:secret@example.test")
                .containsEntry("https.proxyHost", "proxy.test")
                .containsEntry("java.net.preferIPv4Stack", "true")
                .containsEntry("tier", "restore")
                .containsEntry("recipe", "gitea")
                .containsEntry("harness.parallel", "1")
                .containsEntry("harness.reruns", "0")
                .containsEntry("harness.load", "none")
                .containsEntry("harness.history", "none")
                .containsEntry("harness.report", folder.toString())
                .doesNotContainKeys("harness.recipes", "java.home", "user.dir", "surefire.test.class.path");
    }

    private Attempt run(Launching launching) throws InterruptedException {
        return runs(launching).run(Reds.red(), List.of("[engine:x]"), 2);
    }

    private AloneRuns runs(Launching launching) {
        return new AloneRuns(launching, folder, Map.of(), Duration.ofSeconds(60));
    }

    private static Launching leaving(SweepResults results, int exit) {
        return (handover, output, limit) -> {
            try {
                new ResultsFolder(Path.of(handover.properties().get("harness.report"))).write(results);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return OptionalInt.of(exit);
        };
    }
}
