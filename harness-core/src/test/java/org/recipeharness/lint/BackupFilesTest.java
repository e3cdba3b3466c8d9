package org.recipeharness.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the static look says of the labels for backups. */
class BackupFilesTest {

    private static final String SWITCH = "        - \"backupbot.backup=true\"\n";
    private static final String DB = "  db:\n    image: postgres:15.4\n";
    private static final String SEARCH =
            "  search:\n    image: demo/search:1.2.3\n    healthcheck: {test: a}\n    volumes: [\"%s:/index\"]\n";

    private RecipeTree recipe;

    @BeforeEach
    void writeASoundRecipe(@TempDir Path temporary) throws IOException {
        recipe = RecipeTree.sound(temporary.resolve("recipe"), "1.0.0+1.2.3");
    }

    @ParameterizedTest
    @CsvSource({
        "backupbot.backup.pre-hok, backupbot.backup.pre-hook",
        "backupbot.backup.prehook, backupbot.backup.pre-hook",
        "backupbot.backups, backupbot.backup",
        "backup-bot.backup.path, backupbot.backup.path",
        "BackupBot.backup, backupbot.backup",
        "backupbot.restore.posthook, backupbot.restore.post-hook",
        "backupbot.backup.volume.data.path, backupbot.backup.volumes.data.path"
    })
    void namesTheNearestLabelOfOneThatNoBackupReads(String label, String nearest) throws IOException {
        label(label + "=x");

        assertFinds("compose.yml:26: warning: unknown-backup-label: no backup reads the label " + label
                + ", so it does nothing. The nearest known one is " + nearest);
    }

    @Test
    void namesAVolumeThatIsNotThere() throws IOException {
        label("backupbot.backup.volumes.dat.path=x");

        assertFinds(
                "compose.yml:26: warning: unknown-backup-label: the label backupbot.backup.volumes.dat.path names the"
                        + " volume 'dat', which the recipe does not have. The nearest known one is"
                        + " backupbot.backup.volumes.data.path. Its volumes are [data, dump]");
    }

    @Test
    void onlyNotesTheSwitchForRestores() throws IOException {
        label("backupbot.restore=true");

        assertFinds("compose.yml:26: note: unknown-backup-label: no backup reads the label backupbot.restore");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backupbot.backup.volumes.data=false",
                "backupbot.backup.volumes.data.path=a,b",
                "backupbot.restore.pre-hook=x",
                "backup.enable=true",
                "bot.backup=true"
            })
    void isContentWithALabelThatIsKnownOrNotMeantForABackup(String label) throws IOException {
        label(label);

        assertThat(recipe.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/srv/dump.sql", "/dump/dump.sql,/var/lib/app", "/dumps"})
    void findsAPathThatNoMountHolds(String paths) throws IOException {
        recipe.change("compose.yml", "backup.path: \"/dump/dump.sql\"", "backup.path: \"" + paths + "\"");

        assertFinds("compose.yml:37: warning: unmounted-backup-path: the path /");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dump", "/dump/", "/", "/dump/a, /dump/b", "${OTHER:-/dump}"})
    void isContentWithAPathOfAMount(String paths) throws IOException {
        recipe.change("compose.yml", "backup.path: \"/dump/dump.sql\"", "backup.path: \"" + paths + "\"");

        assertThat(recipe.findings()).isEmpty();
    }

    @Test
    void notesAVolumeOfAServiceWithoutLabels() throws IOException {
        recipe.change("compose.yml", DB, SEARCH.formatted("index") + DB)
                .change("compose.yml", "volumes:\n  data:", "volumes:\n  index:\n  data:");

        assertFinds("compose.yml:28: note: unlabelled-data: the service 'search' keeps data in the volume 'index'");

        label("backupbot.backup.volumes.index=false");
        assertThat(recipe.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "/srv/index", "./index", "elsewhere"})
    void notesNoVolumeThatIsSavedWithAnotherServiceOrIsNotTheRecipes(String source) throws IOException {
        recipe.change("compose.yml", DB, SEARCH.formatted(source) + DB)
                .change("compose.yml", "volumes:\n  data:", "volumes:\n  elsewhere: {external: true}\n  data:");

        assertThat(recipe.findings()).isEmpty();
    }

    @Test
    void notesNoVolumeWhereNothingIsBackedUp() throws IOException {
        recipe.change("compose.yml", SWITCH, "")
                .change("compose.yml", "backupbot.backup.", "other.a")
                .change("compose.yml", "backupbot.restore.", "other.b");

        assertThat(recipe.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pg_backup.sh backup",
                "pg_dump site > /dump/dump.sql",
                "mysqldump --all-databases > /dump/dump.sql",
                "sqlite3 /dump/db '.backup /dump/copy'"
            })
    void missesTheHookThatReadsADumpBackIn(String hook) throws IOException {
        recipe.change("compose.yml", "/pg_backup.sh backup", hook)
                .change("compose.yml", "        backupbot.restore.post-hook: \"/pg_backup.sh restore\"\n", "");

        assertFinds("compose.yml:35: warning: missing-restore-hook: a hook writes a dump of a database");

        label("backupbot.restore.post-hook=/restore.sh");
        assertThat(recipe.findings()).isEmpty();
    }

    @Test
    void missesNoHookWhereNoDumpIsWritten() throws IOException {
        recipe.change("compose.yml", "/pg_backup.sh backup", "occ maintenance:mode --on")
                .change("compose.yml", "        backupbot.restore.post-hook: \"/pg_backup.sh restore\"\n", "");

        assertThat(recipe.findings()).isEmpty();
    }

    private void label(String label) throws IOException {
        recipe.change("compose.yml", SWITCH, SWITCH + "        - \"" + label + "\"\n");
    }

    private void assertFinds(String beginning) {
        assertThat(recipe.findings()).singleElement().asString().startsWith(beginning);
    }
}
