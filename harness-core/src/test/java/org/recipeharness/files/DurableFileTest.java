package org.recipeharness.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.checkout.JavaProcess;

@Timeout(60)
class DurableFileTest {

    private static final int SIZE = 200_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void putsAFileInThePlaceOfAnotherAndLeavesNothingBesideIt() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "old");

        DurableFile.write(file, "new".getBytes(StandardCharsets.UTF_8));

        assertThat(file).hasContent("new");
        assertThat(folder.toFile().list()).containsExactly("a.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void leavesTheOldFileAndNoOtherWhereItCannotBeReplaced() throws IOException {
        Path file = folder.resolve("a.json");
        Path inTheWay = Files.createDirectories(file.resolve("full"));

        assertThatThrownBy(() -> DurableFile.write(file, new byte[] {1})).isInstanceOf(IOException.class);

        assertThat(inTheWay).exists();
        assertThat(folder.toFile().list()).containsExactly("a.json");
    }

    @Test
    void isNotKeptFromItByAnInterrupt() throws IOException {
        Path file = folder.resolve("a.json");
        Thread.currentThread().interrupt();

        DurableFile.write(file, "new".getBytes(StandardCharsets.UTF_8));
        boolean removed = DurableFile.remove(file);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(removed).isTrue();
        assertThat(file).doesNotExist();
    }

    @Test
    void makesFoldersAndRemovesWhatIsThere() throws IOException {
        assertThat(DurableFile.folder(folder.resolve("a/b/c"))).isDirectory();
        assertThat(DurableFile.remove(folder.resolve("a/none"))).isFalse();
    }

    @Test
    void leavesAWholeFileWhenItsProcessIsKilled() throws Exception {
        Path file = folder.resolve("a.bin");
        for (int round = 0; round < 3; round++) {
            Process writer = JavaProcess.start(Writer.class, file.toString());
            assertThat(writer.inputReader().readLine()).isEqualTo("writing");
            writer.destroyForcibly().waitFor();

            byte[] content = Files.readAllBytes(file);
            assertThat(content).hasSize(SIZE);
            byte first = content[0];
            assertThat(content).containsOnly(first);
        }
    }

    /** A process that writes one file again and again, until it is killed. */
    static final class Writer {

        private Writer() {}

        /**
         * Writes.
         *
         * @param arguments the file
         */
        public static void main(String[] arguments) throws IOException {
            for (int round = 0; true; round++) {
                var content = new byte[SIZE];
                Arrays.fill(content, (byte) round);
                DurableFile.write(Path.of(arguments[0]), content);
                if (round == 20) {
                    System.out.println("writing");
                }
            }
        }
    }
}
