package org.recipeharness.swarm.docker;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Abandons a transfer in which nothing moves any more; one that moves may take as long as its size makes it. */
final class StallWatch implements AutoCloseable {

    private final Duration limit;
    private final Runnable abandon;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "recipe-harness-stall-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long moved = System.nanoTime();
    private volatile boolean stalled;

    StallWatch(Duration limit, Runnable abandon) {
        this.limit = limit;
        this.abandon = abandon;
        long look = Math.max(1, limit.toMillis() / 10);
        var unused = timer.scheduleWithFixedDelay(this::look, look, look, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (!stalled && System.nanoTime() - moved > limit.toNanos()) {
            stalled = true;
            abandon.run();
        }
    }

    boolean stalled() {
        return stalled;
    }

    /** Watches what is read of a stream. */
    InputStream over(InputStream stream) {
        return new FilterInputStream(stream) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                moved = System.nanoTime();
                return read;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = super.read(bytes, from, length);
                moved = System.nanoTime();
                return read;
            }
        };
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
