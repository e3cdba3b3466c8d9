package org.recipeharness.backup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryGuardTest {

    private static final String ROOT = "var/lib/docker/volumes/";

    private final EntryGuard guard = new EntryGuard(Set.of("app_data", "app_other"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/var/lib/docker/volumes/app_data/file",
                "etc/passwd",
                "var/lib/docker/volumes",
                "var/lib/docker/volumes/somebody_else/file",
                "var/lib/docker/volumes/app_data/../../../../../etc/passwd",
                "var/lib/docker/volumes/app_data/folder/../file",
                "../var/lib/docker/volumes/app_data/file"
            })
    void refusesWhatIsNotInAVolume(String name) {
        assertRefused(entry(name, TarConstants.LF_NORMAL, ""), "does not lead into one of the volumes");
    }

    @ParameterizedTest
    @CsvSource({
        "link, ../app_other/file",
        "link, ..",
        "a/link, ../../x",
        "a/link, b/../../../x",
        "a/link, ./../.././../x"
    })
    void refusesASymbolicLinkThatClimbsOut(String name, String target) {
        assertRefused(entry(ROOT + "app_data/" + name, TarConstants.LF_SYMLINK, target), "outside of its volume");
    }

    @ParameterizedTest
    @CsvSource({
        "var/lib/docker/volumes/app_other/file, outside of its volume",
        "etc/shadow, does not lead into",
        "/var/lib/docker/volumes/app_data/file, does not lead into",
        "var/lib/docker/volumes/app_data/../app_other/file, does not lead into"
    })
    void refusesAnotherNameOfAFileElsewhere(String target, String reason) {
        assertRefused(entry(ROOT + "app_data/name", TarConstants.LF_LINK, target), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"link/file", "link//file", "./link/file", "/link/./deep/file"})
    void refusesWhatLiesBehindALink(String name) {
        guard.check(entry(ROOT + "app_data/link", TarConstants.LF_SYMLINK, "/"));
        assertRefused(entry(ROOT + "app_data/" + name, TarConstants.LF_NORMAL, ""), "behind a link");
    }

    @Test
    void refusesWhatLiesBehindAnotherNameOfALink() {
        guard.check(entry(ROOT + "app_data/link", TarConstants.LF_SYMLINK, "/"));
        guard.check(entry(ROOT + "app_data/name", TarConstants.LF_LINK, ROOT + "app_data/link"));
        assertRefused(entry(ROOT + "app_data/name/file", TarConstants.LF_NORMAL, ""), "behind a link");
        assertRefused(
                entry(ROOT + "app_data/more", TarConstants.LF_LINK, ROOT + "app_data/link/etc/shadow"),
                "outside of its volume");
    }

    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_CHR, TarConstants.LF_BLK, TarConstants.LF_FIFO, (byte) 'Z'})
    void refusesDevicesAndPipes(byte type) {
        assertRefused(entry(ROOT + "app_data/thing", type, ""), "a device, a pipe");
        assertRefused(entry(ROOT + "app_data/thing/", type, ""), "a device, a pipe");
    }

    @Test
    void refusesALinkInPlaceOfTheVolume() {
        assertRefused(entry(ROOT + "app_data", TarConstants.LF_SYMLINK, "/etc"), "the volume's root");
    }

    @Test
    void takesWhatAppsHave() {
        assertThatCode(() -> {
                    guard.check(entry(ROOT + "app_data/", TarConstants.LF_DIR, ""));
                    guard.check(entry("./" + ROOT + "app_data/a/..b", TarConstants.LF_NORMAL, ""));
                    guard.check(entry(ROOT + "app_data/absolute", TarConstants.LF_SYMLINK, "/etc/hostname"));
                    guard.check(entry(ROOT + "app_data/a/relative", TarConstants.LF_SYMLINK, "../b/c"));
                    guard.check(entry(ROOT + "app_data/name", TarConstants.LF_LINK, ROOT + "app_data/a/..b"));
                    guard.check(entry(ROOT + "app_other/absolute/file", TarConstants.LF_NORMAL, ""));
                })
                .doesNotThrowAnyException();
    }

    private void assertRefused(TarArchiveEntry entry, String reason) {
        assertThatThrownBy(() -> guard.check(entry))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("'" + entry.getName() + "'")
                .hasMessageContaining(reason)
                .hasMessageContaining("Nothing of the snapshot was written");
    }

    private static TarArchiveEntry entry(String name, byte type, String target) {
        var entry = new TarArchiveEntry(name, type, true);
        entry.setLinkName(target);
        return entry;
    }
}
