package org.recipeharness.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
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
    void leavesAWholeFileAtAnyMomentAndWhenItsProcessIsKilled() throws Exception {
        Path file = folder.resolve("a.bin");
        Process writer = JavaProcess.start(Writer.class, file.toString());
        try {
            assertThat(writer.inputReader().readLine()).isEqualTo("writing");
            var seen = new HashSet<Byte>();
            for (int look = 0; look < 300; look++) {
                look(file, seen);
            }
            assertThat(seen).hasSizeGreaterThan(1);
        } finally {
            writer.destroyForcibly().waitFor();
        }
        look(file, new HashSet<>());
    }

    private static void look(Path file, Set<Byte> seen) throws IOException {
        byte[] content = Files.readAllBytes(file);
        assertThat(content).hasSize(SIZE);
        assertThat(Arrays.equals(content, filledWith(content[0]))).isTrue();
        seen.add(content[0]);
    }

    private static byte[] filledWith(byte each) {
        var content = new byte[SIZE];
        Arrays.fill(content, each);
        return content;
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
                DurableFile.write(Path.of(arguments[0]), filledWith((byte) round));
                if (round == 1) {
                    System.out.println("writing");
                }
            }
        }
    }
}
