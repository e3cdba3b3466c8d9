package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recipeharness.swarm.ContainerRun;
import org.recipeharness.swarm.ExecResult;
import org.recipeharness.swarm.Leftovers;
import org.recipeharness.swarm.OutputReader;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.VolumeBind;
import org.recipeharness.swarm.VolumeBind.Access;

/** Runs programs in containers of their own, and looks each time that none of them is left. */
@OnSwarm
class ContainerRunTest {

    private final TestStack stack;
    private final String volume;

    ContainerRunTest(TestStack stack) {
        this.stack = stack;
        this.volume = stack.name() + "_run";
    }

    @BeforeEach
    void makeAVolume() {
        stack.swarm()
                .createVolume(
                        volume, Map.of(ServiceState.STACK_LABEL, stack.name().text()));
    }

    @AfterEach
    void nothingIsLeft() {
        stack.swarm().removeVolume(volume);
        assertThat(stack.swarm().leftovers(stack.name())).isEqualTo(new Leftovers(Map.of()));
    }

    @Test
    void givesExitCodeAndBothStreams() throws Exception {
        var out = new StringBuilder();
        ExecResult result = stack.swarm()
                .run(
                        shell("echo to-out; echo $HIDDEN >&2; exit 7", Duration.ofSeconds(30)),
                        stream -> out.append(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        assertThat(out).hasToString("to-out\n");
        assertThat(result.err()).isEqualTo("a=b c\n");
        assertThat(result.exit()).isEqualTo(7);
    }

    @Test
    void streamsAnOutputOfAnySizeAndThrowsAwayWhatIsNotRead() throws Exception {
        List<String> first = new ArrayList<>();
        ExecResult result = stack.swarm()
                .run(
                        shell("echo first; head -c 200000000 /dev/zero; echo last >&2", Duration.ofSeconds(60)),
                        stream -> first.add(new String(stream.readNBytes(6), StandardCharsets.UTF_8)));
        assertThat(first).containsExactly("first\n");
        assertThat(result.err()).isEqualTo("last\n");
        assertThat(result.exit()).isZero();
    }

    @Test
    void givesVolumesAsTheyAreToBeUsed() throws Exception {
        String write = "echo kept > /data/file";
        assertThat(run(Access.READ, write).exit()).isNotZero();
        assertThat(run(Access.READ, write).err()).contains("Read-only file system");
        assertThat(run(Access.READ_AND_WRITE, write).exit()).isZero();
        assertThat(run(Access.READ, "grep kept /data/file").exit()).isZero();
    }

    @Test
    void tellsAReadersFaultOnlyOfAProgramThatEndedWell() throws Exception {
        OutputReader faulty = stream -> {
            throw new EOFException("half of it");
        };
        assertThat(stack.swarm()
                        .run(shell("echo broken >&2; exit 3", Duration.ofSeconds(30)), faulty)
                        .err())
                .isEqualTo("broken\n");
        assertThatThrownBy(() -> stack.swarm().run(shell("true", Duration.ofSeconds(30)), faulty))
                .isInstanceOf(SwarmException.class)
                .hasMessageEndingWith("reading its output: half of it")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void endsAtItsLimit() {
        assertThatThrownBy(() -> stack.swarm()
                        .run(shell("echo begun; sleep 600", Duration.ofSeconds(1)), stream -> stream.readAllBytes()))
                .isInstanceOf(SwarmException.class)
                .hasMessageStartingWith("Running 'sh -c echo begun; sleep 600' by ")
                .hasMessageEndingWith("not finished after 1 s, ended")
                .hasMessageNotContaining("a=b c");
    }

    @Test
    void saysThatItCantBeStarted() {
        var run = new ContainerRun(
                "lab.invalid/not-there:1", List.of(), Map.of(), labels(), List.of(), Duration.ofSeconds(30));
        assertThatThrownBy(() -> stack.swarm().run(run, stream -> {}))
                .isInstanceOf(SwarmException.class)
                .hasMessageContaining("No such image: lab.invalid/not-there:1");
    }

    @Test
    void isInterruptible() throws Exception {
        var executor = Executors.newSingleThreadExecutor();
        try {
            var running = executor.submit(() -> {
                assertThatThrownBy(() -> stack.swarm()
                                .run(shell("sleep 600", Duration.ofMinutes(10)), stream -> stream.readAllBytes()))
                        .isInstanceOf(InterruptedException.class);
                return null;
            });
            await().until(() -> stack.swarm().leftovers(stack.name()).has(Leftovers.CONTAINER));
            executor.shutdownNow();
            running.get();
        } finally {
            executor.shutdownNow();
        }
    }

    private ExecResult run(Access access, String script) throws InterruptedException {
        return stack.swarm().run(shell(access, script, Duration.ofSeconds(30)), stream -> {});
    }

    private ContainerRun shell(String script, Duration limit) {
        return shell(Access.READ, script, limit);
    }

    private ContainerRun shell(Access access, String script, Duration limit) {
        return new ContainerRun(
                TestStack.IMAGE,
                List.of("sh", "-c", script),
                Map.of("HIDDEN", "a=b c"),
                labels(),
                List.of(new VolumeBind(volume, "/data", access)),
                limit);
    }

    private Map<String, String> labels() {
        return Map.of(ServiceState.STACK_LABEL, stack.name().text());
    }
}
