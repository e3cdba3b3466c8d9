package org.recipeharness.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcFilesTest {

    private final Path proc;

    ProcFilesTest(@TempDir Path proc) {
        this.proc = proc;
    }

    @Test
    void readsWhatLinuxTells() throws IOException {
        write("loadavg", "0.96 0.58 1.00 1/138 26741\n");
        write(
                "pressure/cpu",
                "some avg10=21.70 avg60=9.21 avg300=5.92 total=4398055865\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=0\n");
        write(
                "pressure/io",
                "some avg10=0.39 avg60=0.15 avg300=0.10 total=165023271\nfull avg10=0.05 avg60=0.04 avg300=0.03 total=57197088\n");
        write(
                "pressure/memory",
                "some avg10=0.00 avg60=0.00 avg300=0.00 total=14967\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=9071\n");
        write(
                "meminfo",
                "MemTotal:       24684084 kB\nMemFree:        23060384 kB\nMemAvailable:   23876388 kB\nBuffers:           43392 kB\n");

        assertThat(new ProcFiles(proc).get())
                .isEqualTo(new Sample(
                        OptionalDouble.of(0.96),
                        OptionalDouble.of(21.70),
                        OptionalDouble.of(0.39),
                        OptionalDouble.of(0),
                        OptionalLong.of(23876388L * 1024)));
    }

    @Test
    void tellsNothingWhereNothingIs() {
        assertThat(new ProcFiles(proc).get()).isEqualTo(Sample.NOTHING);
    }

    @Test
    void doesNotTakeAnythingElseForANumber() throws IOException {
        write("loadavg", "a lot\n");
        write("pressure/cpu", "full avg10=9.00 avg60=0.00 avg300=0.00 total=0\n");
        write("meminfo", "MemTotal: 1 kB\n");

        assertThat(new ProcFiles(proc).get()).isEqualTo(Sample.NOTHING);
    }

    private void write(String file, String text) throws IOException {
        Path path = proc.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
