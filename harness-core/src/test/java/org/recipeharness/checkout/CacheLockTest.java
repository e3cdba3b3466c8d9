package org.recipeharness.checkout;

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
class CacheLockTest {

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
        try (CacheLock held = CacheLock.acquire(folder, LONG)) {
            assertThat(held.folder()).isEqualTo(folder);
            assertThatThrownBy(() -> thread.submit(taking(SHORT)).get())
                    .hasRootCauseInstanceOf(CheckoutException.class)
                    .hasMessageContaining(
                            "Waiting for the clone in " + folder.toRealPath()
                                    + ": another run has held it for 0 s, expected a few seconds. Look which process it is with: fuser ");
            other = thread.submit(taking(LONG));
        }
        assertThat(other.get()).isTrue();
    }

    @Test
    void keepsAnotherProcessOutUntilItIsGone() throws Exception {
        Process holder = LockHolder.start(folder);
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("held");
            assertThatThrownBy(taking(SHORT)::call)
                    .isInstanceOf(CheckoutException.class)
                    .hasMessageContaining("another run has held it");
            Future<Boolean> waiting = thread.submit(taking(LONG));

            holder.destroyForcibly();

            assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void endsWaitingForAProcessWhenItIsInterrupted() throws Exception {
        Process holder = LockHolder.start(folder);
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("held");
            var ended = new CompletableFuture<Throwable>();
            var waiting = new Thread(() -> ended.complete(catchThrowable(taking(LONG)::call)));
            waiting.start();
            await().until(() -> Arrays.stream(waiting.getStackTrace())
                    .anyMatch(frame -> frame.getMethodName().equals("await")));

            waiting.interrupt();

            assertThat(ended.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void canBeTakenAgainAfterAWaitThatFailed() throws Exception {
        try (CacheLock held = CacheLock.acquire(folder, LONG)) {
            assertThatThrownBy(() -> thread.submit(taking(SHORT)).get()).isNotNull();
            assertThat(held.folder()).exists();
        }
        assertThat(taking(SHORT).call()).isTrue();
        assertThat(thread.submit(taking(SHORT)).get()).isTrue();
    }

    private Callable<Boolean> taking(Duration limit) {
        return () -> {
            try (CacheLock taken = CacheLock.acquire(folder, limit)) {
                return taken.folder().equals(folder);
            }
        };
    }
}
