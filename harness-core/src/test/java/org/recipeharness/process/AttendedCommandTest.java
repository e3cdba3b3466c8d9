package org.recipeharness.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AttendedCommandTest {

    /** Cleans up when it is asked to end, and ends with its input, which is open until then. */
    private static final String OBEDIENT =
            "trap 'echo cleaned up; exit 0' TERM; echo begun; read -r input; echo went on";

    private static final String STUBBORN = "trap '' TERM; echo begun; read -r input; echo went on";

    private final Path output;

    AttendedCommandTest(@TempDir Path folder) {
        this.output = folder.resolve("output.txt");
    }

    @Test
    void givesTheExitCodeAndWritesBothOutputsToTheFile() throws Exception {
        OptionalInt exit = command("read -r line; echo \"$line\"; echo to err >&2; exit 3", "told\n", 30, 5)
                .run();

        assertThat(exit).hasValue(3);
        assertThat(output).hasContent("told\nto err");
    }

    @Test
    void isAskedToEndAtItsLimitAndCleansUp() throws Exception {
        assertThat(command(OBEDIENT, "", 1, 30).run()).isEmpty();

        assertThat(output).content().contains("cleaned up").doesNotContain("went on");
    }

    @Test
    void isKilledWhenItDoesNotObey() throws Exception {
        assertThat(command(STUBBORN, "", 1, 1).run()).isEmpty();

        assertThat(output).content().doesNotContain("went on");
    }

    @Test
    void isEndedWithItsThreadAndCleansUp() throws Exception {
        var outcome = new CompletableFuture<String>();
        var thread = new Thread(() -> outcome.complete(outcome(command(OBEDIENT, "", 60, 30))));
        thread.start();
        await().until(this::hasBegun);

        thread.interrupt();

        assertThat(outcome.get()).isEqualTo("interrupted");
        assertThat(output).content().contains("cleaned up");
    }

    @Test
    void aSecondInterruptLeavesNoTimeForCleaningUp() throws Exception {
        var outcome = new CompletableFuture<String>();
        var thread = new Thread(() -> outcome.complete(outcome(command(STUBBORN, "", 60, 50))));
        thread.start();
        await().until(this::hasBegun);

        thread.interrupt();
        await().until(() -> {
            thread.interrupt();
            return outcome.isDone();
        });

        assertThat(outcome.get()).isEqualTo("interrupted");
    }

    @Test
    void namesTheProgramThatIsMissing() {
        var missing = new AttendedCommand(
                List.of("no-such-program-anywhere"), "", output, Duration.ofSeconds(1), Duration.ofSeconds(1));

        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(missing::run)
                .withMessageStartingWith("Starting 'no-such-program-anywhere', with its output to ");
    }

    private AttendedCommand command(String script, String input, int limit, int grace) {
        return new AttendedCommand(
                List.of("sh", "-c", script), input, output, Duration.ofSeconds(limit), Duration.ofSeconds(grace));
    }

    private boolean hasBegun() throws IOException {
        return Files.exists(output) && Files.readString(output).contains("begun");
    }

    private static String outcome(AttendedCommand command) {
        try {
            return "ended: " + command.run();
        } catch (InterruptedException e) {
            return "interrupted";
        }
    }
}
