package org.recipeharness.readiness;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Holds every look to its limit, so that a probe which hangs costs its attempt and not the whole wait. */
final class LimitedProbe implements AutoCloseable {

    // A probe that watches its own limit gives the better reason; this one only ends those that don't.
    private static final Duration GRACE = Duration.ofMillis(500);

    private final Probe probe;
    private final ExecutorService looks;

    LimitedProbe(Probe probe) {
        this.probe = probe;
        this.looks = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "probe-" + probe.name());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Looks once.
     *
     * @param limit how long that may take
     * @param meanwhile is done each time that the interval has passed without an answer; what it throws ends the look
     * @param interval of these times
     */
    Look look(Duration limit, Meanwhile meanwhile, Duration interval) throws InterruptedException {
        Future<Look> look = looks.submit(() -> probe.look(limit));
        long deadline = System.nanoTime() + limit.plus(GRACE).toNanos();
        try {
            while (true) {
                long left = deadline - System.nanoTime();
                try {
                    return look.get(Math.min(left, interval.toNanos()), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    if (left <= interval.toNanos()) {
                        return Look.notYet("no answer within " + limit.toMillis() + " ms", e);
                    }
                    meanwhile.perform();
                }
            }
        } catch (ExecutionException e) {
            throw rethrown(e);
        } finally {
            look.cancel(true);
        }
    }

    /** What is done while a look takes its time. */
    @FunctionalInterface
    interface Meanwhile {
        void perform() throws InterruptedException;
    }

    private RuntimeException rethrown(ExecutionException e) throws InterruptedException {
        Throwable cause = e.getCause();
        if (cause instanceof InterruptedException interrupted) {
            throw interrupted;
        }
        return new IllegalStateException(
                "The probe '" + probe.name() + "' is broken: it threw instead of giving a reason: " + cause, cause);
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
