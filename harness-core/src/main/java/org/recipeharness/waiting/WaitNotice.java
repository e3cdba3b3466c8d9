package org.recipeharness.waiting;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Prints on standard output what one wait is for and who it waits for: at once, and then once a minute until the wait ends.
 *
 * <p>It prints and does not log: without an SLF4J provider a log line is lost, and with one the line would come twice.
 */
public final class WaitNotice {

    /** How long after one line the next one is printed. */
    public static final Duration INTERVAL = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private final Consumer<String> out;
    private final Duration interval;
    private OptionalLong printed = OptionalLong.empty();

    /** Make the notice of a wait that is about to begin. */
    public WaitNotice() {
        // Standard output is looked up for each line: Surefire and tests replace it.
        this(System::nanoTime, line -> System.out.println(line), INTERVAL);
    }

    /**
     * Make a notice that prints elsewhere, or in another time.
     *
     * @param nanos the current time in nanoseconds
     * @param out the receiver of each line
     * @param interval how long after one line the next one is printed
     */
    public WaitNotice(LongSupplier nanos, Consumer<String> out, Duration interval) {
        this.nanos = nanos;
        this.out = out;
        this.interval = interval;
    }

    /**
     * Print a line if none was printed yet, or the last one is an interval old.
     *
     * @param line makes the line, if it is to be printed
     */
    public synchronized void print(Supplier<String> line) {
        if (untilNext().isZero()) {
            printed = OptionalLong.of(nanos.getAsLong());
            out.accept(line.get());
        }
    }

    /**
     * Return how long it takes until {@link #print} prints the next line.
     *
     * @return zero if it would print now
     */
    public synchronized Duration untilNext() {
        if (printed.isEmpty()) {
            return Duration.ZERO;
        }
        Duration left = interval.minusNanos(nanos.getAsLong() - printed.getAsLong());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Print for a wait that blocks its thread: now, and then from another thread until the result is closed.
     *
     * @param line makes each line; called from another thread, too
     * @return ends the lines when it is closed
     */
    public Repeated repeat(Supplier<String> line) {
        print(line);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "wait-notice");
            thread.setDaemon(true);
            return thread;
        });
        var unused = timer.scheduleWithFixedDelay(
                () -> print(line), interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
        return timer::shutdownNow;
    }

    /** The lines of a wait that blocks its thread. */
    @FunctionalInterface
    public interface Repeated extends AutoCloseable {

        /** End the lines. */
        @Override
        void close();
    }
}
