package org.recipeharness.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recipeharness.backup.Contract.Offer;
import org.recipeharness.recipe.Origin;

class DiagnosisTest {

    private static final String DUMP = "/var/lib/postgresql/data/postgres-backup.sql";

    @Test
    void explainsAHotCopyWithADumpThatNothingReplays() {
        List<String> lines = diagnosis(
                List.of("the files of a PostgreSQL server were copied while it ran"),
                hook(Moment.BEFORE_BACKUP, "pg_dump -U m m > " + DUMP, 31),
                hook(Moment.AFTER_BACKUP, "rm -f " + DUMP, 33));

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("No restore hook: no service has the label backupbot.restore.post-hook");
        assertThat(lines.get(1))
                .isEqualTo("The dump " + DUMP + " that the backupbot.backup.pre-hook of service 'postgres'"
                        + " (compose.yml:31) writes is removed again by the backupbot.backup.post-hook of service"
                        + " 'postgres' (compose.yml:33), and nothing reads it at a restore.");
        assertThat(lines.get(2))
                .startsWith("Hot copy: ")
                .contains("backupbot.backup.path=/var/lib/postgresql/data/ (compose.yml:32)");
        assertThat(lines.get(3)).startsWith("Fix: dump in backupbot.backup.pre-hook");
    }

    @Test
    void givesTheFixInTheWordsOfTheDatabaseThatItIs() {
        String dump = "/var/lib/mysql/backup.sql";
        List<String> lines = diagnosis(
                List.of(),
                hook(Moment.BEFORE_BACKUP, "mysqldump -u root wordpress --result-file=" + dump, 31),
                hook(Moment.AFTER_BACKUP, "rm -f " + dump, 33));

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).startsWith("The dump " + dump + " that the backupbot.backup.pre-hook");
        assertThat(lines.get(2)).contains("mysqldump --single-transaction").doesNotContain("pg_backup");
    }

    @Test
    void explainsARestoreHookThatDoesNothing() {
        assertThat(diagnosis(List.of(), hook(Moment.AFTER_RESTORE, "true", 40)))
                .containsExactly(
                        "The backupbot.restore.post-hook of service 'postgres' (compose.yml:40) exited with 0, yet"
                                + " what the snapshot holds is not back: it replays nothing, or something else. It ran: true");
    }

    private static List<String> diagnosis(List<String> warnings, Hook... hooks) {
        var path = new BackupLabel(
                "postgres", "backupbot.backup.path", "/var/lib/postgresql/data/", new Origin("compose.yml", 32));
        var contract = new Contract(Offer.MADE, List.of(path), List.of(hooks), List.of(), List.of(), List.of());
        var backup = new BackedUp(contract, new Nothing(), List.of(), Duration.ZERO);
        return new Diagnosis(backup, new Proof(List.of(), List.of(), List.of(), warnings)).lines();
    }

    private static Hook hook(Moment moment, String command, int line) {
        return new Hook(moment, "postgres", command, new Origin("compose.yml", line));
    }

    private record Nothing() implements Snapshot {

        @Override
        public String id() {
            return "nothing";
        }

        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public void read(SnapshotVisitor visitor) {}

        @Override
        public long restore(Selection target) {
            return 0;
        }
    }
}
