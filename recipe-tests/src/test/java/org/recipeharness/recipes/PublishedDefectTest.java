package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.recipeharness.settings.Setting;

/** The incident book's row 3: mattermost-lts is red as it is published, in restore alone and with the reason, and green with its fix. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class PublishedDefectTest {

    private final Path attachments;

    PublishedDefectTest(@TempDir Path attachments) {
        this.attachments = attachments;
    }

    @Test
    void isRedInRestoreAloneAndSaysWhy() {
        EngineExecutionResults results = mattermost("2.1.9+10.11.15");

        assertThat(results.testEvents().started().count()).isEqualTo(11);
        assertThat(results.containerEvents().failed().list()).isEmpty();
        assertThat(results.testEvents().failed().list()).singleElement().satisfies(failed -> {
            assertThat(failed.getTestDescriptor().getDisplayName()).startsWith("bringsBackWhatWasSeeded");
            assertThat(message(failed))
                    .contains("relation \"ci_marker\" does not exist")
                    .contains("No restore hook: no service has the label backupbot.restore.post-hook")
                    .contains(
                            "The dump /var/lib/postgresql/data/postgres-backup.sql that the backupbot.backup.pre-hook of"
                                    + " service 'postgres' (compose.yml:69) writes is removed again by the"
                                    + " backupbot.backup.post-hook of service 'postgres' (compose.yml:71)")
                    .contains("Hot copy: the files of a PostgreSQL server were copied while it ran")
                    .contains("backupbot.backup.path=/var/lib/postgresql/data/ (compose.yml:70)")
                    .contains("Fix: dump in backupbot.backup.pre-hook");
        });
    }

    @Test
    void isGreenWithItsFix() {
        EngineExecutionResults results = mattermost("ci/pg-restore");

        assertThat(results.testEvents().succeeded().count()).isEqualTo(11);
        assertThat(results.allEvents().failed().list()).isEmpty();
    }

    private EngineExecutionResults mattermost(String ref) {
        String before = System.getProperty(Setting.REF.key());
        System.setProperty(Setting.REF.key(), ref);
        try {
            return EngineTestKit.engine("junit-jupiter")
                    .outputDirectoryCreator(new Attachments(attachments))
                    .selectors(selectClass(MattermostLtsTest.class))
                    .execute();
        } finally {
            if (before == null) {
                System.clearProperty(Setting.REF.key());
            } else {
                System.setProperty(Setting.REF.key(), before);
            }
        }
    }

    private static String message(Event failed) {
        return failed.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(Throwable::getMessage)
                .orElseThrow();
    }
}
