package org.recipeharness.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CommandTest {

    @Test
    void givesExitCodeAndBothStreams() throws InterruptedException {
        Finished finished = shell("echo to out; echo to err >&2; exit 3").run();

        assertThat(finished)
                .isEqualTo(new Finished(shell("echo to out; echo to err >&2; exit 3"), 3, "to out\n", "to err\n"));
    }

    @Test
    void addsItsVariablesToTheInheritedOnes() throws InterruptedException {
        Finished finished = shell("echo \"$HARNESS_TEST_A $HARNESS_TEST_B ${PATH:+inherited}\"")
                .with("HARNESS_TEST_A", "one")
                .with("HARNESS_TEST_B", "two")
                .run();

        assertThat(finished.out()).isEqualTo("one two inherited\n");
    }

    @Test
    void inheritsNoMoreThanItMaySee() throws InterruptedException {
        Finished finished = Command.of("env")
                .inheriting(Pattern.compile("PATH"))
                .with("HARNESS_TEST_A", "one")
                .run();

        assertThat(finished.out().lines().map(line -> line.split("=", 2)[0]))
                .containsExactlyInAnyOrder("PATH", "HARNESS_TEST_A");
    }

    @Test
    void writesItsInputAndReadsItsOutputAtTheSameTime() throws InterruptedException {
        String input = "0123456789abcdé\n".repeat(1 << 16);

        Finished finished = Command.of("cat").reading(input).run();

        assertThat(finished.out().equals(input)).isTrue();
    }

    @Test
    void mayLeaveItsInputUnread() throws InterruptedException {
        Finished finished = shell("exit 0").reading("x".repeat(1 << 20)).run();

        assertThat(finished.exit()).isZero();
    }

    @Test
    void hasAnInputThatEndsWhenItHasNone() throws InterruptedException {
        assertThat(Command.of("cat").run().out()).isEmpty();
    }

    @Test
    void namesTheProgramThatIsMissing() {
        Command missing = Command.of("no-such-program-anywhere", "--version");

        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(missing::run)
                .withMessageStartingWith("Starting 'no-such-program-anywhere --version': it can't be started")
                .withMessageEndingWith("Is 'no-such-program-anywhere' installed and on the PATH?")
                .withCauseInstanceOf(IOException.class);
    }

    @Test
    void needsAProgram() {
        assertThatIllegalArgumentException().isThrownBy(Command::of);
    }

    private static Command shell(String script) {
        return Command.of("sh", "-c", script);
    }
}
