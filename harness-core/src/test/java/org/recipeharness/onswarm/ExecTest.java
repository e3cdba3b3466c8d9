package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recipeharness.app.ServiceExec;
import org.recipeharness.swarm.ExecRequest;
import org.recipeharness.swarm.ExecResult;
import org.recipeharness.swarm.SwarmException;

/** One deployment serves all of these, as a deploy takes longer than all execs together. */
@OnSwarm
class ExecTest {

    @Test
    void runsCommandsInAService(TestStack stack) throws Exception {
        ServiceExec app = stack.deploy(TestStack.SLEEPER + "    environment: {EQUALS: x=y=z}\n")
                .exec();

        givesExitCodeAndBothStreams(app);
        endsTheInputBehindItsLastByte(app);
        acceptsACommandThatReadsNoInput(app);
        givesTheCommandAVariableThatIsNotTold(app);
        tellsTheContainersEnvironmentWithThatOfItsImage(app);
        saysThatAProgramIsMissing(app);
        endsAtItsLimit(app);
        runsSideBySide(app);
        isInterruptible(app);
    }

    private static void givesExitCodeAndBothStreams(ServiceExec app) throws InterruptedException {
        ExecResult result = app.run("sh", "-c", "echo to-out; echo to-err >&2; exit 7");
        assertThat(result.exit()).isEqualTo(7);
        assertThat(result.out()).isEqualTo("to-out\n");
        assertThat(result.err()).isEqualTo("to-err\n");
    }

    private static void endsTheInputBehindItsLastByte(ServiceExec app) throws InterruptedException {
        String megabytes = "0123456789abcdef".repeat(256 * 1024);
        ExecResult counted = app.run(ExecRequest.of("wc", "-c").reading(megabytes));
        assertThat(counted.out().strip()).isEqualTo(String.valueOf(megabytes.length()));
        ExecResult echoed = app.run(ExecRequest.of("cat").reading(megabytes));
        assertThat(echoed.out()).isEqualTo(megabytes);
    }

    private static void acceptsACommandThatReadsNoInput(ServiceExec app) throws InterruptedException {
        assertThat(app.run(ExecRequest.of("true").reading("x".repeat(1 << 20))).exit())
                .isZero();
    }

    private static void givesTheCommandAVariableThatIsNotTold(ServiceExec app) throws InterruptedException {
        ExecRequest request = ExecRequest.of("printenv", "HIDDEN").with("HIDDEN", "a=b c");
        assertThat(request).hasToString("printenv HIDDEN");
        assertThat(app.run(request).out()).isEqualTo("a=b c\n");
    }

    private static void tellsTheContainersEnvironmentWithThatOfItsImage(ServiceExec app) throws InterruptedException {
        assertThat(app.environment())
                .containsEntry("EQUALS", "x=y=z")
                .containsEntry("LANG", app.run("printenv", "LANG").out().strip());
    }

    private static void saysThatAProgramIsMissing(ServiceExec app) throws InterruptedException {
        ExecResult missing = app.run("no-such-program");
        assertThat(missing.exit()).isIn(126, 127);
        assertThat(missing.out() + missing.err()).contains("no-such-program");
    }

    private static void endsAtItsLimit(ServiceExec app) {
        var request = ExecRequest.of("sleep", "60").within(Duration.ofMillis(500));
        assertThatThrownBy(() -> app.run(request))
                .isInstanceOf(SwarmException.class)
                .hasMessageStartingWith("Running 'sleep 60' in container ")
                .hasMessageContaining("not finished after 500 ms");
    }

    private static void runsSideBySide(ServiceExec app) throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> commands = IntStream.range(0, 8)
                    .<Callable<String>>mapToObj(
                            i -> () -> app.run("echo", String.valueOf(i)).out())
                    .toList();
            var outputs = new StringBuilder();
            for (var result : threads.invokeAll(commands)) {
                outputs.append(result.get());
            }
            assertThat(outputs).hasToString("0\n1\n2\n3\n4\n5\n6\n7\n");
        } finally {
            threads.shutdownNow();
        }
    }

    private static void isInterruptible(ServiceExec app) throws InterruptedException {
        Thread test = Thread.currentThread();
        var interrupting = new Thread(() -> {
            await().atMost(Duration.ofSeconds(20)).until(() -> runs(app, "61"));
            test.interrupt();
        });
        interrupting.start();
        assertThatThrownBy(() -> app.run("sleep", "61")).isInstanceOf(InterruptedException.class);
        assertThat(test.isInterrupted()).isFalse();
        interrupting.join();
    }

    private static boolean runs(ServiceExec app, String argument) throws InterruptedException {
        return app.run("sh", "-c", "cat /proc/[0-9]*/cmdline | tr '\\0' ' ' | grep -q 'sleep " + argument + "'")
                        .exit()
                == 0;
    }
}
