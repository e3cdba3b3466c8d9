package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SIGINT and SIGTERM to {@code bin/lab} end the step that is under way, with its processes, containers and scratch folders. */
@Timeout(120)
class LabInterruptTest {

    private static final Path LAB = Path.of("lab").toAbsolutePath();

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Sources the steps as bin/lab does, for a state of its own. */
    private static final String PREAMBLE = """
            set -euo pipefail
            shopt -s inherit_errexit
            for step in say interrupt state servers machine engine recipes base images; do
                [[ ! -e $LAB/steps/$step.sh ]] || source "$LAB/steps/$step.sh"
            done
            """;

    private final Path folder;
    private final List<Process> started = new ArrayList<>();

    LabInterruptTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void endWhatATestHasLeft() throws IOException {
        started.forEach(Process::destroyForcibly);
        for (String left : List.of("child", "grandchild", "engine")) {
            if (Files.exists(folder.resolve(left))) {
                process(left).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void endsAStepWithAllItsProcessesAndItsScratchFolder(String signal, int status) throws Exception {
        Process lab = start("""
                step() {
                    trap 'rm -rf "$scratch"' EXIT
                    scratch=$(mktemp -d -t recipe-harness-lab.$$.XXXXXX)
                    echo "$BASHPID" >"$OUT/child"
                    bash -c 'trap "" INT TERM; echo $$ >"$OUT/grandchild"; exec tail -f /dev/null' &
                    tail -f /dev/null
                }
                INTERRUPT_LIMIT=1
                locked quietly step "working" step
                """);
        awaitRunning("child");
        awaitRunning("grandchild");

        send(signal, lab);

        assertThat(lab.waitFor()).isEqualTo(status);
        assertThat(process("child")).isEmpty();
        assertThat(process("grandchild"))
                .as("a process that ignores both signals")
                .isEmpty();
        assertThat(scratchFolders()).isEmpty();
    }

    @Test
    void keepsTheEngineThatAnEarlierStepHasStarted() throws Exception {
        Process lab = start("""
                setsid tail -f /dev/null </dev/null >/dev/null 2>&1 &
                echo "$!" >"$OUT/engine"
                step() { echo "$BASHPID" >"$OUT/child" && tail -f /dev/null; }
                locked quietly step "working" step
                """);
        awaitRunning("child");

        send("TERM", lab);

        assertThat(lab.waitFor()).isEqualTo(143);
        assertThat(process("child")).isEmpty();
        assertThat(process("engine")).isPresent();
    }

    @Test
    void reportsAStepThatFailsAsBefore() throws Exception {
        Process lab = start("""
                step() { false; touch "$OUT/went-on"; }
                locked quietly step "working" step
                """);

        assertThat(lab.waitFor()).isEqualTo(1);
        assertThat(folder.resolve("went-on")).doesNotExist();
        assertThat(folder.resolve("output")).content().contains("lab: step: working failed after");
    }

    @Test
    @Tag("swarm")
    void endsABuildAndRemovesItsContainer() throws Exception {
        Path context = Files.createDirectory(folder.resolve("context"));
        String mark = "interrupted-" + ProcessHandle.current().pid();
        Files.writeString(
                context.resolve("Dockerfile"), "FROM lab.invalid/base:bookworm\nRUN echo " + mark + " && sleep 600\n");
        Process lab =
                start("locked quietly image building image_build harness-test/interrupted:1 none '" + context + "'");
        await("the build's container")
                .atMost(LIMIT)
                .until(() -> !containersOf(mark).isBlank());

        send("TERM", lab);

        assertThat(lab.waitFor()).isEqualTo(143);
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(context.toString())))
                .isEmpty();
        await("the removal of the build's container")
                .atMost(LIMIT)
                .until(() -> containersOf(mark).isBlank());
    }

    private Process start(String script) throws IOException {
        // A shell cannot trap a signal that was ignored when it began, as SIGINT is for a job in the background.
        var builder = new ProcessBuilder("env", "--default-signal=INT,TERM", "bash", "-c", PREAMBLE + script)
                .redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("LAB", LAB.toString());
        builder.environment().put("LAB_STATE", folder.resolve("state").toString());
        builder.environment().put("OUT", folder.toString());
        builder.environment()
                .put("TMPDIR", Files.createDirectory(folder.resolve("scratch")).toString());
        Process lab = builder.start();
        started.add(lab);
        return lab;
    }

    private void awaitRunning(String name) {
        await(name)
                .atMost(LIMIT)
                .until(() -> Files.exists(folder.resolve(name)) && process(name).isPresent());
    }

    private Optional<ProcessHandle> process(String name) throws IOException {
        String pid = Files.readString(folder.resolve(name)).strip();
        return pid.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(pid)).filter(LabInterruptTest::runs);
    }

    /** Determine if a process runs; one that has ended stays alive to Java until process 1 collects it. */
    private static boolean runs(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return false;
        }
    }

    private void send(String signal, Process lab) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(lab.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private List<Path> scratchFolders() throws IOException {
        try (Stream<Path> folders = Files.list(folder.resolve("scratch"))) {
            return folders.toList();
        }
    }

    private static String containersOf(String mark) throws IOException, InterruptedException {
        var docker = new ProcessBuilder("docker", "ps", "--all", "--no-trunc", "--format", "{{.ID}} {{.Command}}")
                .redirectErrorStream(true)
                .start();
        String containers = new String(docker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        docker.waitFor();
        return containers.lines().filter(line -> line.contains(mark)).reduce("", String::concat);
    }
}
