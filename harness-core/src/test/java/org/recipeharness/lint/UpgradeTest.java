package org.recipeharness.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test changes one thing between two releases. */
class UpgradeTest {

    private static final String BASE = "1.0.0+1.2.3";

    private RecipeTree base;
    private RecipeTree head;

    @BeforeEach
    void writeTwoSoundReleases(@TempDir Path temporary) throws IOException {
        base = RecipeTree.sound(temporary.resolve("base"), BASE);
        head = RecipeTree.sound(temporary.resolve("head"), "1.1.0+1.3.0");
    }

    @Test
    void hasNothingToObjectToASoundUpgrade() throws IOException {
        head.write("app.conf.tmpl", "listen 8080\n").change("abra.sh", "v2", "v3");

        assertFinds();
    }

    @Test
    void namesTheVariableOfAConfigThatChangedUnderItsName() throws IOException {
        head.write("app.conf.tmpl", "listen 8080\n");

        assertFinds(
                "compose.yml:44: error: config-not-bumped: app.conf.tmpl differs from 1.0.0+1.2.3:app.conf.tmpl, but"
                        + " 'app_conf' has the same name on the swarm, and swarm refuses to change it. Raise APP_CONF_VERSION in"
                        + " abra.sh");
    }

    @Test
    void findsAConfigThatIsRaisedOnlyWhereOperatorsHaveACopy() throws IOException {
        for (RecipeTree tree : List.of(base, head)) {
            tree.write("abra.sh", "").change(".env.sample", "TYPE=demo", "TYPE=demo\nAPP_CONF_VERSION=v2");
        }
        head.write("app.conf.tmpl", "listen 8080\n").change(".env.sample", "v2", "v3");

        assertThat(head.findingsFrom(base))
                .filteredOn(finding -> finding.contains("config-not-bumped"))
                .singleElement()
                .asString()
                .endsWith(
                        "Raise APP_CONF_VERSION by exporting it in abra.sh: operators have their own copy of .env.sample");
    }

    @Test
    void followsAConfigThatIsMadeOfAnotherFile() throws IOException {
        head.write("other.conf", "listen 8080\n").change("compose.yml", "file: app.conf.tmpl", "file: other.conf");

        assertFinds("compose.yml:44: error: config-not-bumped: other.conf differs from 1.0.0+1.2.3:app.conf.tmpl");
    }

    @Test
    void doesNotMindAConfigThatIsMovedUnchanged() throws IOException {
        head.write("other.conf", "listen 80\n").change("compose.yml", "file: app.conf.tmpl", "file: other.conf");

        assertFinds();
    }

    @Test
    void findsAVariableThatOperatorsWhoUpgradeDoNotHave() throws IOException {
        head.change("compose.yml", "- MODE=${MODE:-calm}", "- PACE=${PACE}")
                .change(".env.sample", "TYPE=demo", "TYPE=demo\nPACE=9");

        assertFinds("compose.yml:8: warning: new-variable: PACE is used here without a default, and is not in"
                + " 1.0.0+1.2.3:.env.sample: for operators who upgrade it is empty, where the new sample has '9'."
                + " Write ${PACE:-9}");
    }

    @Test
    void findsAVariableThatIsHandedOnByItsNameAlone() throws IOException {
        head.change("compose.yml", "- MODE=${MODE:-calm}", "- PACE")
                .change(".env.sample", "TYPE=demo", "TYPE=demo\nPACE=9");

        assertFinds("compose.yml:8: warning: new-variable: PACE is passed on here by its name alone, and is not in"
                + " 1.0.0+1.2.3:.env.sample: it is not set in the container of an operator who upgrades (docker leaves it"
                + " out), where the new sample has '9'. Write - PACE=${PACE:-9}");
    }

    @Test
    void findsAKeyWithoutAValueInAnEnvironment() throws IOException {
        for (RecipeTree tree : List.of(base, head)) {
            tree.change("compose.yml", "- DOMAIN\n      - MODE=${MODE:-calm}", "DOMAIN: ${DOMAIN}");
        }
        head.change("compose.yml", "DOMAIN: ${DOMAIN}", "PACE:")
                .change(".env.sample", "TYPE=demo", "TYPE=demo\nPACE=9");

        assertThat(head.findingsFrom(base))
                .singleElement()
                .asString()
                .startsWith("compose.yml:7: warning: new-variable: PACE is passed on here by its name alone")
                .endsWith("Write PACE: ${PACE:-9}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- PACE=", "- PACE=${PACE:-9}", "- TYPE"})
    void doesNotMindAnEnvironmentThatOperatorsHave(String line) throws IOException {
        head.change("compose.yml", "- MODE=${MODE:-calm}", line)
                .change(".env.sample", "TYPE=demo", "TYPE=demo\nPACE=9");

        assertFinds();
    }

    @Test
    void findsADefaultThatIsGone() throws IOException {
        head.change("compose.yml", "${MODE:-calm}", "${MODE}")
                .change(".env.sample", "TYPE=demo", "TYPE=demo\nMODE=calm");

        assertFinds("compose.yml:8: warning: new-variable: MODE is used here without a default");
    }

    @Test
    void findsAVariableWithoutWhichNobodyCanUpgrade() throws IOException {
        head.change("compose.yml", "${MODE:-calm}", "${PACE:?set it}")
                .change(".env.sample", "TYPE=demo", "TYPE=demo\nPACE=9");

        assertFinds("compose.yml:8: error: new-variable: PACE is used here without a default, and is not in"
                + " 1.0.0+1.2.3:.env.sample, so no operator who upgrades can deploy before setting it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${PACE:-9}", "${PACE-}", "${DOMAIN}", "${APP_CONF_VERSION}", "${STACK_NAME}", "${UNSET}"})
    void doesNotMindAVariableThatOperatorsHaveOrNeedNotHave(String reference) throws IOException {
        head.change("compose.yml", "${MODE:-calm}", reference)
                .change(".env.sample", "TYPE=demo", "TYPE=demo\nPACE=9\n#UNSET=1");

        assertFinds();
    }

    @Test
    void doesNotMindAVariableThatOperatorsHadToSetBefore() throws IOException {
        for (RecipeTree tree : List.of(base, head)) {
            tree.change("compose.yml", "${MODE:-calm}", "${PACE}");
        }
        head.change(".env.sample", "TYPE=demo", "TYPE=demo\nPACE=9");

        assertFinds();
    }

    @Test
    void doesNotMissTheBackupLabelOfAVolumeThatIsGone() throws IOException {
        base.change("compose.yml", "volumes:\n  data:", "volumes:\n  cache:\n  data:")
                .change(
                        "compose.yml",
                        "        backupbot.backup.path",
                        "        backupbot.backup.volumes.cache: \"false\"\n" + "        backupbot.backup.path");

        assertFinds("1.0.0+1.2.3:compose.yml:41: warning: dropped-volume: the volume 'cache' is no longer there:");
    }

    @Test
    void findsAComposeFileThatOperatorsStillName() throws IOException {
        base.change(".env.sample", "#COMPOSE_FILE=", "COMPOSE_FILE=").change(".env.sample", "#SECRET", "SECRET");
        head.delete("compose.smtp.yml");

        assertThat(head.findingsFrom(base))
                .filteredOn(finding -> !finding.contains("dropped-secret"))
                .singleElement()
                .asString()
                .startsWith(
                        "1.0.0+1.2.3:.env.sample:5: error: dropped-compose-file: COMPOSE_FILE names 'compose.smtp.yml',"
                                + " which is no longer there");
    }

    @Test
    void doesNotMindAComposeFileThatOperatorsNoLongerNeed() throws IOException {
        base.change(".env.sample", "#COMPOSE_FILE=", "COMPOSE_FILE=").change(".env.sample", "#SECRET", "SECRET");

        assertFinds();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#COMPOSE_FILE=\"$COMPOSE_FILE:compose.smtp.yml\"",
                "# COMPOSE_FILE=compose.yml:compose.smtp.yml",
                "  #export COMPOSE_FILE='${COMPOSE_FILE}:compose.smtp.yml' # for mail",
                "# Add compose.smtp.yml to COMPOSE_FILE for mail."
            })
    void findsAnOptionalFileThatTheOlderSampleOffers(String line) throws IOException {
        base.change(".env.sample", "#COMPOSE_FILE=\"$COMPOSE_FILE:compose.smtp.yml\"", line);

        assertThat(dropped("No mail any more.\nTake compose.smtp.yml out of COMPOSE_FILE.\n"))
                .startsWith("1.0.0+1.2.3:.env.sample:5: warning: dropped-optional-file: this line offers"
                        + " 'compose.smtp.yml', which is no longer there: operators who added it to COMPOSE_FILE can't"
                        + " deploy any more. release/1.1.0+1.3.0 says: 'Take compose.smtp.yml out of COMPOSE_FILE.'."
                        + " Keep the file");
    }

    @Test
    void quotesTheBeginningOfReleaseNotesThatDoNotNameTheFile() throws IOException {
        assertThat(dropped("\nNo mail any more.\n"))
                .contains(" release/1.1.0+1.3.0 says: 'No mail any more.'. It does not name the file. Keep");
    }

    @Test
    void onlyNotesAnOptionalFileThatNoLineOffers() throws IOException {
        base.change(".env.sample", "#COMPOSE_FILE=\"$COMPOSE_FILE:compose.smtp.yml\"\n", "");

        assertThat(dropped(""))
                .startsWith("1.0.0+1.2.3:compose.smtp.yml: note: dropped-optional-file: ")
                .endsWith("No release note says so.");
    }

    private String dropped(String notes) throws IOException {
        Files.createDirectories(head.directory().resolve("release"));
        head.write("release/1.1.0+1.3.0", notes).delete("compose.smtp.yml");
        return head.findingsFrom(base).stream()
                .filter(finding -> finding.contains("dropped-optional-file"))
                .collect(Collectors.joining());
    }

    @Test
    void findsAServiceThatMovesToAFileWhichOnlyTheNewSampleDeploys() throws IOException {
        String worker = "  worker:\n    image: demo/app:1.2.3\n    healthcheck: {test: a}\n";
        base.change("compose.yml", "services:\n", "services:\n" + worker);
        head.write("compose.worker.yml", "version: \"3.8\"\nservices:\n" + worker)
                .change(
                        ".env.sample",
                        "COMPOSE_FILE=\"compose.yml\"",
                        "COMPOSE_FILE=\"compose.yml:compose.worker.yml\"");

        assertFinds("1.0.0+1.2.3:compose.yml:5: warning: dropped-service: the service 'worker' is now only in"
                + " compose.worker.yml, which COMPOSE_FILE of operators does not name");
    }

    @Test
    void findsAServiceThatIsDropped() throws IOException {
        base.change(
                "compose.yml", "  db:\n", "  sidekiq:\n    image: demo/app:1.2.3\n    healthcheck: {test: a}\n  db:\n");

        assertFinds(
                "1.0.0+1.2.3:compose.yml:28: warning: dropped-service: the service 'sidekiq' is no longer there: abra"
                        + " removes no service that is gone from a recipe");
    }

    @Test
    void findsASecretThatIsRenamed() throws IOException {
        head.change("compose.yml", "db_password", "db_pass")
                .change("compose.yml", "DB_PASSWORD", "DB_PASS")
                .change(".env.sample", "DB_PASSWORD", "DB_PASS");

        assertThat(head.findingsFrom(base))
                .hasSize(2)
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith("compose.yml:50: warning: new-variable: SECRET_DB_PASS_VERSION is used here"))
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith(
                                "1.0.0+1.2.3:compose.yml:49: warning: dropped-secret: the secret 'db_password' is no"
                                        + " longer there (new are [db_pass]: was it renamed?)"));
    }

    @Test
    void onlyNotesASecretThatIsDropped() throws IOException {
        head.delete("compose.smtp.yml");

        assertFinds(
                "1.0.0+1.2.3:compose.smtp.yml:10: note: dropped-secret: the secret 'smtp_pass' is no longer there; it stays",
                "1.0.0+1.2.3:.env.sample:5: warning: dropped-optional-file: this line offers 'compose.smtp.yml'");
    }

    @Test
    void takesWhatIsNewInAnotherFileForNoNewName() throws IOException {
        head.delete("compose.smtp.yml")
                .change(
                        "compose.yml",
                        "secrets:\n  db_password:",
                        "secrets:\n  token:\n    external: true\n  db_password:")
                .change(".env.sample", "TYPE=demo", "TYPE=demo\nSECRET_TOKEN_VERSION=v1");

        assertFinds(
                "1.0.0+1.2.3:compose.smtp.yml:10: note: dropped-secret: the secret 'smtp_pass' is no longer there; it stays",
                "1.0.0+1.2.3:.env.sample:5: warning: dropped-optional-file: this line offers 'compose.smtp.yml'");
    }

    @Test
    void findsALabelForBackupsThatIsLost() throws IOException {
        head.change("compose.yml", "        backupbot.backup.pre-hook: \"/pg_backup.sh backup\"\n", "");

        assertFinds("1.0.0+1.2.3:compose.yml:35: warning: lost-backup-label: the service 'db' no longer has the label"
                + " backupbot.backup.pre-hook");
    }

    @Test
    void onlyNotesALabelThatTheNewerGenerationOfLabelsReplaces() throws IOException {
        head.change(
                        "compose.yml",
                        "backupbot.backup.path: \"/dump/dump.sql\"",
                        "backupbot.backup.volumes.data.path: \"dump.sql\"")
                .change("compose.yml", "        backupbot.backup.post-hook: \"rm /dump/dump.sql\"\n", "");

        assertFinds(
                "1.0.0+1.2.3:compose.yml:37: note: lost-backup-label: the service 'db' no longer has the label"
                        + " backupbot.backup.path",
                "1.0.0+1.2.3:compose.yml:36: note: lost-backup-label: the service 'db' no longer has the label"
                        + " backupbot.backup.post-hook");
    }

    @Test
    void findsTheLabelsOfARenamedServiceAgain() throws IOException {
        head.change("compose.yml", "  db:\n", "  database:\n");

        assertFinds("1.0.0+1.2.3:compose.yml:28: warning: dropped-service: the service 'db' is no longer there (new are"
                + " [database]: was it renamed?)");
    }

    @Test
    void comparesNothingWithABaseThatCantBeRead() throws IOException {
        base.change("compose.smtp.yml", "services:", "services: [").change("app.conf.tmpl", "listen", "hear");

        assertThat(head.findingsFrom(base))
                .singleElement()
                .asString()
                .startsWith("1.0.0+1.2.3:compose.smtp.yml:")
                .contains(": warning: unreadable-file: ");
    }

    private void assertFinds(String... beginnings) {
        assertFinds(head, base, beginnings);
    }

    static void assertFinds(RecipeTree head, RecipeTree base, String... beginnings) {
        List<String> findings = head.findingsFrom(base);
        assertThat(findings).hasSameSizeAs(beginnings);
        for (int i = 0; i < beginnings.length; i++) {
            assertThat(findings.get(i)).startsWith(beginnings[i]);
        }
    }
}
