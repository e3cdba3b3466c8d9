package org.recipeharness.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EndedCommandTest {

    /** A time to sleep for that no other process of this machine has among its arguments. */
    private final String sleep = String.valueOf(ThreadLocalRandom.current().nextInt(1_000_000, Integer.MAX_VALUE));
    // The echo keeps the shell from becoming the sleep itself.
    private final Command sleeping = Command.of("sh", "-c", "sleep " + sleep + "; echo slept");

    @Test
    void isEndedWithItsChildrenAtItsLimit() {
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> sleeping.within(Duration.ofSeconds(1)).run())
                .withMessageStartingWith("Running '" + sleeping + "': not finished after 1 s");

        await().until(() -> running() == 0);
    }

    @Test
    void isEndedWithItsChildrenWhenItsThreadIsInterrupted() throws Exception {
        var outcome = new CompletableFuture<String>();
        var thread = new Thread(() -> outcome.complete(outcome()));
        thread.start();
        await().until(() -> running() == 2);

        thread.interrupt();

        assertThat(outcome.get()).isEqualTo("InterruptedException, flag false");
        await().until(() -> running() == 0);
    }

    private String outcome() {
        try {
            return "finished: " + sleeping.run();
        } catch (InterruptedException e) {
            return "InterruptedException, flag " + Thread.currentThread().isInterrupted();
        }
    }

    private long running() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .filter(words -> Arrays.stream(words).anyMatch(word -> word.contains(sleep)))
                        .isPresent())
                .count();
    }
}
