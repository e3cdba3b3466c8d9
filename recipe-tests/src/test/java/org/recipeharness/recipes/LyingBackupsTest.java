package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recipeharness.backup.BackupException;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.recipes.mattermost.MattermostRun;
import org.recipeharness.restore.Restored;
import org.recipeharness.run.RecipeRun;

/** Each way in which a backup says that it went well and is none, caught in the tier whose fault it is. */
@Tag("swarm")
@Timeout(value = 6, unit = TimeUnit.MINUTES)
@ResourceLock(providers = AloneOnTheNode.class)
class LyingBackupsTest {

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    hook-removed    | the path 'backup.sql' of volume 'postgres_data' matches nothing
                    wrong-path      | the path 'backup.sql.gz' of volume 'postgres_data' matches nothing
                    dump-elsewhere  | the path 'backup.sql' of volume 'postgres_data' matches nothing
                    empty-dump      | _postgres_data is empty
                    truncated-gzip  | compressed by gzip: it is broken: it ends too early
                    failed-quietly  | compressed by gzip: nothing is in it
                    excluded-volume | volume 'postgres_data' is not saved: backupbot.backup.volumes.postgres_data=false
                    wrong-service   | backupbot.backup.pre-hook of service 'app' (compose.yml:44) failed: exit code 127
                    other-database  | nothing of the marker of PostgreSQL database 'mattermost' of service 'postgres' is in
                    failing-hook    | failed: exit code 3, expected 0. It ran: /pg_backup.sh backup. It said: no space left
                    """)
    void isRedInTheBackup(String lie, String reason) throws IOException {
        try (RecipeRun run = MattermostRun.at("lie/" + lie)) {
            assertThat(catchThrowable(run::backup))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining(reason);
            assertThat(catchThrowable(run::restore))
                    .isInstanceOf(UnverifiedException.class)
                    .hasMessageStartingWith("Unverified: the backup failed before: ");
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    restore-hook-removed | No restore hook: no service has the label backupbot.restore.post-hook
                    idle-restore-hook    | (compose.yml:75) exited with 0, yet what the snapshot holds is not back
                    """)
    void isRedInTheRestore(String lie, String reason) throws Exception {
        try (RecipeRun run = MattermostRun.at("lie/" + lie)) {
            assertThat(run.backup().proof().held()).hasSize(2);

            Restored restored = run.restore();

            assertThat(restored.lost())
                    .singleElement()
                    .asString()
                    .startsWith("PostgreSQL database 'mattermost' of service 'postgres'")
                    .contains("relation \"ci_marker\" does not exist");
            assertThat(restored.diagnosis()).first().asString().contains(reason);
        }
    }
}
