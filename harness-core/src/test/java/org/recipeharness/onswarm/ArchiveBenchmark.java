package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.backup.ArchiveEngine;
import org.recipeharness.backup.Selection;
import org.recipeharness.backup.Snapshot;
import org.recipeharness.backup.VolumePart;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.docker.DockerSwarm;

/** Moves a volume of 1 GB, by turns with plain {@code docker cp}: {@code mvn -pl harness-core test -Pbenchmark}. */
@Tag("benchmark")
class ArchiveBenchmark {

    private static final int ROUNDS = 3;
    private static final double REQUIRED = 0.9;
    private static final StackName STACK = StackName.of("harness-archive-benchmark.lab.test");
    private static final String VOLUME = STACK + "_data";
    private static final String RUN = "archive-benchmark";

    private static final String FILL = """
            for i in $(seq 32); do
                head -c 16M /dev/urandom > /v/random-$i
                yes "a line of text, as logs and dumps have them: $i" | head -c 16M > /v/text-$i
            done
            """;

    private final Path folder;

    ArchiveBenchmark(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void fill() throws Exception {
        String labels = "--label " + RunLabels.RUN + "=" + RUN + " ";
        shell("docker volume create " + labels + VOLUME);
        shell("docker run --rm --network none " + labels + "-v " + VOLUME + ":/v " + TestStack.IMAGE + " sh -c '" + FILL
                + "'");
        shell("docker create --network none " + labels + "--name " + RUN + " -v " + VOLUME + ":/v " + TestStack.IMAGE
                + " true");
    }

    @AfterEach
    void remove() throws Exception {
        shell("docker rm -f " + RUN + "; docker volume rm " + VOLUME);
    }

    @Test
    void movesDataAsFastAsDockerCp() throws Exception {
        Path plain = folder.resolve("plain.tar");
        List<Double> plainOut = new ArrayList<>();
        List<Double> plainIn = new ArrayList<>();
        List<Double> saves = new ArrayList<>();
        List<Double> looks = new ArrayList<>();
        List<Double> restores = new ArrayList<>();
        try (var swarm = new DockerSwarm(Optional.empty())) {
            var engine = new ArchiveEngine(swarm, folder);
            var selection = new Selection(
                    STACK,
                    new RunLabels(RUN, "benchmark", "0".repeat(40)),
                    TestStack.IMAGE,
                    List.of(new VolumePart("data", VOLUME, List.of())));
            for (int round = 0; round < ROUNDS; round++) {
                plainOut.add(seconds(() -> shell("docker cp " + RUN + ":/v - > " + plain)));
                List<Snapshot> saved = new ArrayList<>();
                saves.add(seconds(() -> saved.add(engine.save(selection))));
                plainIn.add(seconds(() -> shell("docker cp - " + RUN + ":/ < " + plain)));
                // As the harness does it: each snapshot is opened before it is restored.
                looks.add(seconds(() -> saved.get(0).read((entry, content) -> {})));
                restores.add(seconds(() -> saved.get(0).restore(selection)));
                Files.delete(folder.resolve(saved.get(0).id()));
            }
        }
        System.out.printf(
                "%-8s %12s %12s %7s   medians of %d rounds, heap of at most %d MB%n",
                "1 GB",
                "docker cp",
                "archive",
                "ratio",
                ROUNDS,
                Runtime.getRuntime().maxMemory() >> 20);
        double save = row("save", plainOut, saves);
        row("look", plainOut, looks);
        double restore = row("restore", plainIn, restores);
        assertThat(save).as("speed of saving, against docker cp").isGreaterThanOrEqualTo(REQUIRED);
        assertThat(restore).as("speed of restoring, against docker cp").isGreaterThanOrEqualTo(REQUIRED);
    }

    private static double row(String name, List<Double> plain, List<Double> ours) {
        double ratio = median(plain) / median(ours);
        System.out.printf(
                "%-8s %10.2f s %10.2f s %7.2f   %s %s%n", name, median(plain), median(ours), ratio, plain, ours);
        return ratio;
    }

    private static double median(List<Double> seconds) {
        List<Double> sorted = new ArrayList<>(seconds);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private static double seconds(Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        return Math.round((System.nanoTime() - start) / 1e7) / 100.0;
    }

    private static void shell(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).as(command).isZero();
    }
}
