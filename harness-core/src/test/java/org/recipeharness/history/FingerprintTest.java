package org.recipeharness.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

    private final Path classes;

    FingerprintTest(@TempDir Path folder) throws IOException {
        this.classes = folder;
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/One.class"), "one");
    }

    @Test
    void isTheSameOfTheSameContentWheneverItWasWritten() throws IOException {
        String before = print();
        Files.setLastModifiedTime(classes.resolve("a/One.class"), FileTime.fromMillis(1));

        assertThat(print()).isEqualTo(before);
    }

    @Test
    void isAnotherOfAnotherContentNameSettingOrOrder() throws IOException {
        String before = print();

        assertThat(of(Map.of("a", "1"), "x")).isNotEqualTo(before);
        assertThat(of(Map.of(), "x", "y")).isNotEqualTo(of(Map.of(), "xy")).isNotEqualTo(of(Map.of(), "y", "x"));
        Files.writeString(classes.resolve("a/One.class"), "two");
        assertThat(print()).isNotEqualTo(before);
        Files.writeString(classes.resolve("a/One.class"), "one");
        assertThat(print()).isEqualTo(before);
        Files.move(classes.resolve("a/One.class"), classes.resolve("a/Two.class"));
        assertThat(print()).isNotEqualTo(before);
    }

    @Test
    void readsAnArchiveAsAWhole() throws IOException {
        String before = new Fingerprint().of(List.of(classes.resolve("a/One.class")), Map.of(), List.of());
        Files.writeString(classes.resolve("a/One.class"), "two");

        assertThat(new Fingerprint().of(List.of(classes.resolve("a/One.class")), Map.of(), List.of()))
                .isNotEqualTo(before);
    }

    private String print() {
        return of(Map.of(), "x");
    }

    private String of(Map<String, String> settings, String... others) {
        return new Fingerprint().of(List.of(classes), settings, List.of(others));
    }
}
