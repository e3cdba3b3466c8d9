package org.recipeharness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoryTest {

    private final Path folder;

    WorkDirectoryTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void goesWithAllThatIsInIt() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside"), "stays");
        var directory = new WorkDirectory(folder.resolve("work/run"));
        Path run = directory.create();
        Files.writeString(Files.createDirectories(run.resolve("checkout/.git")).resolve("HEAD"), "x");
        Files.createSymbolicLink(run.resolve("link"), outside);

        directory.close();

        assertThat(run).doesNotExist();
        assertThat(folder.resolve("work")).isEmptyDirectory();
        assertThat(outside).hasContent("stays");
    }

    @Test
    void staysWhereItIsKept() {
        var directory = new WorkDirectory(folder.resolve("run"));
        directory.create();

        directory.keep();
        directory.close();

        assertThat(folder.resolve("run")).isDirectory();
    }

    @Test
    void needNotHaveBeenMade() {
        assertThatNoException().isThrownBy(() -> new WorkDirectory(folder.resolve("never")).close());
    }

    @Test
    void tellsTheSettingThatNamesAnImpossibleFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new WorkDirectory(file.resolve("run")).create())
                .withMessageStartingWith("Making the folder of the run, " + file.resolve("run"))
                .withMessageContaining("(set by harness.work)");
    }
}
