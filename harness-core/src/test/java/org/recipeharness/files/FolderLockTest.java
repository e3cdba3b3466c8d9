package org.recipeharness.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderLockTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    private Path folder = Path.of("");

    private ExecutorService thread = Executors.newSingleThreadExecutor();

    @BeforeEach
    void start() {
        thread = Executors.newSingleThreadExecutor();
    }

    @AfterEach
    void stop() {
        thread.shutdownNow();
    }

    @Test
    void keepsAnotherThreadOutUntilItIsClosed() throws Exception {
        Future<Boolean> other;
        try (FolderLock held = FolderLock.acquire(folder, "the box", "run 1", LONG)) {
            assertThat(held.folder()).isEqualTo(folder);
            assertThatThrownBy(() -> thread.submit(taking(SHORT)).get())
                    .hasRootCauseInstanceOf(HeldException.class)
                    .rootCause()
                    .message()
                    .startsWith("Waiting for the box in " + folder.toRealPath()
                            + ": after 0 s it is still held by run 1 (process "
                            + ProcessHandle.current().pid() + ", since ")
                    .contains("end its process if it hangs (fuser " + folder.toRealPath() + "/lock tells");
            other = thread.submit(taking(LONG));
        }
        assertThat(other.get()).isTrue();
    }

    @Test
    void keepsAnotherProcessOutUntilItIsGone() throws Exception {
        Process holder = holder("run 7");
        try {
            assertThatThrownBy(taking(SHORT)::call)
                    .isInstanceOf(HeldException.class)
                    .hasMessageContaining("still held by run 7 (process " + holder.pid() + ", since ");
            Future<Boolean> waiting = thread.submit(taking(LONG));

            holder.destroyForcibly();

            assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void printsOnStandardOutputThatItWaitsAndForWhom() throws Exception {
        Process holder = holder("run 7");
        Process waiting = LockHolder.start(folder, "run 8");
        try {
            assertThat(waiting.inputReader().readLine())
                    .startsWith("Waiting for a folder in " + folder.toRealPath() + ", held by run 7 (process "
                            + holder.pid() + ", since ")
                    .endsWith(" s, at most 30 s");

            holder.destroyForcibly();

            assertThat(waiting.inputReader().readLine()).isEqualTo("held");
        } finally {
            holder.destroyForcibly();
            waiting.destroyForcibly();
        }
    }

    @Test
    void namesAnotherProcessToThoseWhoQueueBehindAThreadThatWaits() throws Exception {
        Process holder = holder("run 7");
        try {
            var ended = new CompletableFuture<Throwable>();
            var first = new Thread(() -> ended.complete(catchThrowable(taking(LONG)::call)));
            first.start();
            awaitWaiting(first);

            assertThatThrownBy(taking(SHORT)::call).hasMessageContaining("still held by run 7 ");
            assertThatThrownBy(taking(Duration.ZERO)::call).hasMessageContaining("still held by run 7 ");
            first.interrupt();
            assertThat(ended.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void neverNamesADeadProcess() throws Exception {
        Process dead = holder("run 7");
        dead.destroyForcibly().waitFor();
        assertThat(folder.resolve("lock.owner")).content().startsWith("run 7 (process ");
        // The moment between taking the lock and saying so, as another process has it.
        Process silent = LockHolder.silent(folder);
        try {
            assertThat(silent.inputReader().readLine()).isEqualTo("held");
            assertThatThrownBy(taking(SHORT)::call)
                    .isInstanceOf(HeldException.class)
                    .hasMessageContaining("still held by a process that has not said who it is")
                    .hasMessageNotContaining("run 7");
        } finally {
            silent.destroyForcibly();
        }
    }

    @Test
    void staysHeldWhileOthersLookWhoHoldsIt() throws Exception {
        Process holder = holder("run 7");
        try {
            for (int look = 0; look < 3; look++) {
                assertThatThrownBy(taking(Duration.ZERO)::call).hasMessageContaining("still held by run 7 ");
            }
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void leavesNoWordOfAnOwnerWhoHasLetGo() throws Exception {
        FolderLock held = FolderLock.acquire(folder, "the box", "run 1", LONG);
        assertThat(folder.resolve("lock.owner")).content().startsWith("run 1 (process ");

        thread.submit(() -> {
                    held.close();
                    held.close();
                    return true;
                })
                .get();

        assertThat(folder).isDirectoryContaining("glob:**/lock").isDirectoryNotContaining("glob:**/lock.*");
        assertThat(taking(SHORT).call()).isTrue();
    }

    @Test
    void endsWaitingForAProcessWhenItIsInterrupted() throws Exception {
        Process holder = holder("run 7");
        try {
            var ended = new CompletableFuture<Throwable>();
            var waiting = new Thread(() -> ended.complete(catchThrowable(taking(LONG)::call)));
            waiting.start();
            awaitWaiting(waiting);

            waiting.interrupt();

            assertThat(ended.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void canBeTakenAgainAfterAWaitThatFailed() throws Exception {
        try (FolderLock held = FolderLock.acquire(folder, "the box", "run 1", LONG)) {
            assertThatThrownBy(() -> thread.submit(taking(SHORT)).get()).isNotNull();
            assertThatThrownBy(taking(SHORT)::call).isInstanceOf(HeldException.class);
            assertThat(held.folder()).exists();
        }
        assertThat(taking(SHORT).call()).isTrue();
        assertThat(thread.submit(taking(SHORT)).get()).isTrue();
    }

    private Process holder(String owner) throws Exception {
        Process holder = LockHolder.start(folder, owner);
        assertThat(holder.inputReader().readLine()).isEqualTo("held");
        return holder;
    }

    private static void awaitWaiting(Thread waiting) {
        await().until(() -> Arrays.stream(waiting.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("await")));
    }

    private Callable<Boolean> taking(Duration limit) {
        return () -> {
            try (FolderLock taken = FolderLock.acquire(folder, "the box", "a test", limit)) {
                return taken.folder().equals(folder);
            }
        };
    }
}
