package org.recipeharness.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.recipeharness.settings.Load;

/** Counts threads by their names, so its tests take turns. */
@Execution(ExecutionMode.SAME_THREAD)
class DiskWritersTest {

    private final Demo demo = Demo.running();

    @Test
    void writeUntilTheyAreLiftedAndLeaveNothing(@TempDir Path folder) {
        var writers = new DiskWriters(new Load.Io(2), folder);

        writers.on(demo.app());
        writers.on(demo.app());
        await().until(() -> writers.blocks() > 1);
        assertThat(folder).isEmptyDirectory();
        assertThat(writing()).hasSize(2);
        writers.requireHeld();

        writers.lift();
        await().until(() -> writing().isEmpty());
        writers.requireHeld();

        long written = writers.blocks();
        writers.on(demo.app());
        await().until(() -> writers.blocks() > written);
        writers.lift();
    }

    @Test
    void thatCannotWriteAreToldWithTheFolder(@TempDir Path folder) {
        var writers = new DiskWriters(new Load.Io(1), folder.resolve("missing"));

        writers.on(demo.app());

        await().untilAsserted(() -> assertThatExceptionOfType(LoadException.class)
                .isThrownBy(writers::requireHeld)
                .withMessageContaining("io:1")
                .withMessageContaining(folder.resolve("missing").toString()));
        writers.lift();
    }

    private static List<String> writing() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("load-io-"))
                .toList();
    }
}
