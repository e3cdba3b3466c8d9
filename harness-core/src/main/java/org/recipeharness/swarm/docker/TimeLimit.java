package org.recipeharness.swarm.docker;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Abandons a thing that takes too long. */
final class TimeLimit implements AutoCloseable {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "recipe-harness-time-limit");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean exceeded;

    TimeLimit(Duration limit, Runnable abandon) {
        var unused = timer.schedule(
                () -> {
                    exceeded = true;
                    abandon.run();
                },
                limit.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    boolean exceeded() {
        return exceeded;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
