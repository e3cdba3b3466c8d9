package org.recipeharness.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.task;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recipeharness.app.DeployedApps;
import org.recipeharness.backup.BackupGaps;
import org.recipeharness.data.Marker;
import org.recipeharness.data.Seed;
import org.recipeharness.data.Seeded;
import org.recipeharness.data.VolumeFolder;
import org.recipeharness.deployment.NotApplicableException;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.report.model.DataCoverage;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.States;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.TaskPhase;

class DataLedgerTest {

    private static final String CONTAINER = "container-of-app1";
    private static final BackupGaps NO_GAPS = new BackupGaps(List.of(), List.of());
    private static final String OUTSIDE = "files of service 'app' outside of every volume, lost with its container: ";

    private final FakeSwarm swarm =
            new FakeSwarm(new FakeTime()).shows(List.of(service("app")), List.of(task("app", 1, TaskPhase.RUNNING)));
    private final DataLedger ledger = new DataLedger();

    @Test
    void aRestoreOfAllThatWasFoundIsComplete() {
        ledger.noteSaved(seeded(), NO_GAPS);
        swarm.writing(CONTAINER, "/tmp/upload", "/var/log/app.log");
        noteWritten();
        assertThat(ledger.coverage().complete()).isFalse();

        ledger.noteRestored(List.of());

        assertThat(ledger.coverage())
                .isEqualTo(new DataCoverage(List.of("volume 'content'"), List.of(), List.of(), true));
    }

    @Test
    void aRestoreThatLostSomethingCoversNothing() {
        ledger.noteSaved(seeded(), NO_GAPS);

        ledger.noteRestored(List.of("volume 'content': the file is gone"));

        assertThat(ledger.coverage()).isEqualTo(DataCoverage.NONE);
    }

    @Test
    void dataOutsideOfEveryVolumeIsNeitherCoveredNorSaved() {
        swarm.writing(CONTAINER, "/pinboard/notes.txt");
        noteWritten();
        assertThat(ledger.coverage())
                .as("of a run without a backup")
                .isEqualTo(new DataCoverage(List.of(), List.of(OUTSIDE + "/pinboard/notes.txt"), List.of(), false));

        ledger.noteSaved(seeded(), NO_GAPS);
        ledger.noteRestored(List.of());

        assertThat(ledger.coverage())
                .isEqualTo(new DataCoverage(
                        List.of("volume 'content'"),
                        List.of(OUTSIDE + "/pinboard/notes.txt"),
                        List.of(OUTSIDE + "/pinboard/notes.txt"),
                        false));
    }

    @Test
    void theFilesOfSeveralLooksAreNamedOnceAndTheRestIsCounted() {
        swarm.writing(CONTAINER, "/srv/0", "/srv/9");
        noteWritten();
        swarm.writing(
                CONTAINER,
                IntStream.range(0, 9).mapToObj(number -> "/srv/" + number).toArray(String[]::new));
        noteWritten();

        assertThat(ledger.coverage().notCovered())
                .containsExactly(OUTSIDE + "/srv/0, /srv/1, /srv/2, /srv/3, /srv/4, /srv/5 and 4 more");
    }

    @Test
    void whatTheEngineDoesNotListIsNotCovered() {
        ledger.noteSaved(seeded(), NO_GAPS);
        ledger.noteRestored(List.of());
        swarm.refusesToListWritten(new SwarmException("no such container"));
        noteWritten();

        assertThat(ledger.coverage().complete()).isFalse();
        assertThat(ledger.coverage().notCovered())
                .containsExactly("the files of the services outside of every volume: the engine did not list them:"
                        + " no such container");
    }

    @Test
    void whatTheBackupLeavesOutWithdrawsTheProof() {
        ledger.noteSaved(seeded(), new BackupGaps(List.of("a path"), List.of("an excluded volume")));
        ledger.noteRestored(List.of());

        assertThat(ledger.coverage())
                .isEqualTo(new DataCoverage(
                        List.of("volume 'content'"), List.of("a path"), List.of("an excluded volume"), false));
    }

    @Test
    void aRecipeWithoutABackupSavesNothing() {
        ledger.noteNoBackup(new NotApplicableException("no service has the label backupbot.backup=true"));

        assertThat(ledger.coverage())
                .isEqualTo(new DataCoverage(
                        List.of(),
                        List.of(),
                        List.of("all data: no service has the label backupbot.backup=true"),
                        false));
    }

    @Test
    void whatCannotBeSeededWithdrawsTheProof() {
        ledger.noteSaved(seeded("a database"), NO_GAPS);
        ledger.noteRestored(List.of());

        assertThat(ledger.coverage())
                .isEqualTo(new DataCoverage(List.of("volume 'content'"), List.of("a database"), List.of(), false));
    }

    @Test
    void aGapOfAnEarlierReleaseAloneIsNamedWithItAndLeavesTheProofOfTheHead() {
        ledger.noteSeeded("1.0.0", seeded("its database"));
        ledger.noteSaved(seeded(), NO_GAPS);
        ledger.noteRestored(List.of());

        assertThat(ledger.coverage())
                .isEqualTo(new DataCoverage(
                        List.of("volume 'content'"), List.of("its database (in 1.0.0)"), List.of(), true));
    }

    @Test
    void aGapOfBothIsNamedOnce() {
        ledger.noteSeeded("1.0.0", seeded("a database"));
        ledger.noteSaved(seeded("a database"), NO_GAPS);

        assertThat(ledger.coverage().notCovered()).containsExactly("a database");
    }

    private void noteWritten() {
        ledger.noteWritten(DeployedApps.of(swarm, States.plan(States.stack("app")), Duration.ZERO));
    }

    private static Seeded seeded(String... uncovered) {
        var seed = new Seed(new VolumeFolder("app", "content", "/srv"), new Marker("x", List.of("x")));
        return new Seeded(List.of(seed), List.of(uncovered));
    }
}
