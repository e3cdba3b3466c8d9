package org.recipeharness.recipes.mumble;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ends a talk at a point in time by closing what it goes over.
 *
 * <p>A socket's read time-out would not do: it starts again with every byte, and a TLS handshake is many reads, and writes too.
 */
final class Deadline implements AutoCloseable {

    private enum State {
        RUNNING,
        MET,
        PASSED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private final Future<?> timer;

    Deadline(Duration limit, Closeable line) {
        // Closing a socket channel never blocks, so the JDK's timer thread itself may do it.
        this.timer = CompletableFuture.runAsync(
                () -> pass(line),
                CompletableFuture.delayedExecutor(limit.toNanos(), TimeUnit.NANOSECONDS, Runnable::run));
    }

    private void pass(Closeable line) {
        if (state.compareAndSet(State.RUNNING, State.PASSED)) {
            try {
                line.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Stops the clock; says whether that was in time. */
    boolean met() {
        return state.compareAndSet(State.RUNNING, State.MET);
    }

    boolean passed() {
        return state.get() == State.PASSED;
    }

    /** Stops the clock, unless it has run out already. */
    @Override
    public void close() {
        state.compareAndSet(State.RUNNING, State.MET);
        timer.cancel(false);
    }
}
