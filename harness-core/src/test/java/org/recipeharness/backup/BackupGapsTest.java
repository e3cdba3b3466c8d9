package org.recipeharness.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.recipeharness.backup.Contract.Offer;
import org.recipeharness.backup.SnapshotEntry.Kind;
import org.recipeharness.recipe.Origin;

class BackupGapsTest {

    private final List<BackupLabel> labels = new ArrayList<>();
    private final List<VolumePart> parts = new ArrayList<>();
    private final List<SnapshotEntry> holding = new ArrayList<>();
    private final List<Unsaved> unsaved = new ArrayList<>();

    @Test
    void aVolumeThatIsSavedAsAWholeHasNone() {
        saved("content");

        assertThat(gaps(Set.of(), "content")).isEqualTo(none());
    }

    @Test
    void aVolumeThatALabelExcludesIsNotSaved() {
        label("backupbot.backup.volumes.cache", "false");

        assertThat(gaps(Set.of(), "cache"))
                .isEqualTo(
                        notSaved("volume 'cache' is not saved: backupbot.backup.volumes.cache=false (compose.yml:1)"));
    }

    @Test
    void aVolumeThatNoLabelNamesIsNotSavedAndItsFilesAreNamed() {
        unsaved.add(new Unsaved("volume 'content'", 3, List.of("a", "b/ (2)")));

        assertThat(gaps(Set.of(), "content"))
                .isEqualTo(notSaved(
                        "volume 'content' is not saved: no label names it; 3 files left out, such as a," + " b/ (2)"));
    }

    @Test
    void aDatabaseWhoseDumpIsSavedDoesNotNeedItsOwnFiles() {
        saved("db", "backup.sql");
        holds("db", "backup.sql");

        assertThat(gaps(Set.of("db"), "db")).isEqualTo(none());
    }

    @Test
    void aDatabaseWhoseDumpIsOnAnotherVolumeDoesNotNeedItsOwn() {
        saved("dumps");

        assertThat(gaps(Set.of("db"), "db", "dumps")).isEqualTo(none());
    }

    @Test
    void otherFilesBesideADumpAreNotSaved() {
        label("backupbot.backup.volumes.data.path", "backup.sqlite");
        saved("data", "backup.sqlite");
        holds("data", "backup.sqlite");
        unsaved.add(new Unsaved("volume 'data'", 1, List.of("avatars/ (1)")));

        assertThat(gaps(Set.of("data"), "data"))
                .isEqualTo(notSaved("volume 'data' is saved only at backup.sqlite:"
                        + " backupbot.backup.volumes.data.path=backup.sqlite (compose.yml:1);"
                        + " 1 file left out, such as avatars/ (1)"));
    }

    @Test
    void aPathWithoutAMarkerIsNotCovered() {
        saved("data", "uploads", "backup.sql");
        holds("data", "backup.sql");

        assertThat(gaps(Set.of(), "data"))
                .isEqualTo(new BackupGaps(
                        List.of(
                                "volume 'data': its path 'uploads' is saved, but no marker is in it, so whether it comes"
                                        + " back is not known"),
                        List.of()));
    }

    @Test
    void aMarkerBelowAPathCoversIt() {
        saved("data", "dumps");
        holds("data", "dumps/1.sql");
        holds("other", "uploads");

        assertThat(gaps(Set.of(), "data")).isEqualTo(none());
    }

    private void label(String name, String value) {
        labels.add(new BackupLabel("app", name, value, new Origin("compose.yml", 1)));
    }

    private void saved(String volume, String... paths) {
        parts.add(new VolumePart(volume, "demo_" + volume, List.of(paths)));
    }

    private void holds(String volume, String path) {
        holding.add(new SnapshotEntry("demo_" + volume, path, Kind.FILE, 1, Instant.EPOCH));
    }

    private BackupGaps gaps(Set<String> databases, String... volumes) {
        var contract = new Contract(Offer.MADE, labels, List.of(), parts, List.of(), List.of());
        var proof = new Proof(holding, List.of(), List.of(), List.of());
        return BackupGaps.of(List.of(volumes), contract, proof, databases, unsaved);
    }

    private static BackupGaps none() {
        return new BackupGaps(List.of(), List.of());
    }

    private static BackupGaps notSaved(String... lines) {
        return new BackupGaps(List.of(), Stream.of(lines).toList());
    }
}
