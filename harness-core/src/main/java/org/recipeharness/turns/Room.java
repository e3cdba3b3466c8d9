package org.recipeharness.turns;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.recipeharness.machine.ProcFiles;
import org.recipeharness.waiting.WaitNotice;

/** The machine's memory, as far as runs that are under way have left some. Who would be alone never waits for any. */
final class Room {

    /** That of all runs of this process. */
    static final Room OF_THIS_PROCESS =
            new Room(ProcFiles.ofThisMachine()::available, Duration.ofSeconds(1), WaitNotice::new);

    private final Supplier<OptionalLong> free;
    private final Duration between;
    private final Supplier<WaitNotice> notices;
    private final Set<String> inside = new TreeSet<>();
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();

    Room(Supplier<OptionalLong> free, Duration between, Supplier<WaitNotice> notices) {
        this.free = free;
        this.between = between;
        this.notices = notices;
    }

    /**
     * Waits until a run may begin beside those that are inside; one that is inside already has begun.
     *
     * @throws TurnException when the limit has passed
     */
    void enter(String run, long needed, Duration limit) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = limit.toNanos();
            WaitNotice notice = notices.get();
            for (Optional<Long> lacking = shortage(run, needed); lacking.isPresent(); lacking = shortage(run, needed)) {
                if (left <= 0) {
                    throw new TurnException("Waiting for memory to begin run " + run + " beside " + inside + ": after "
                            + limit.toSeconds() + " s found " + mib(lacking.get()) + " available, expected "
                            + mib(needed)
                            + ". Run fewer side by side (harness.parallel), or ask for less (harness.memory)");
                }
                String available = mib(lacking.get());
                notice.print(() -> "Run " + run + " waits for memory (harness.memory), at most " + limit.toSeconds()
                        + " s: " + available + " of " + mib(needed) + " are available beside the runs " + inside);
                long pause = Math.min(left, between.toNanos());
                left -= pause - changed.awaitNanos(pause);
            }
            inside.add(run);
        } finally {
            lock.unlock();
        }
    }

    /** Leaves; one that has not entered leaves nothing. */
    void leave(String run) {
        lock.lock();
        try {
            inside.remove(run);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How much there is where that is too little; empty where nobody is there to wait for, or nobody knows. */
    private Optional<Long> shortage(String run, long needed) {
        return inside.isEmpty() || inside.contains(run)
                ? Optional.empty()
                : free.get().stream().filter(bytes -> bytes < needed).boxed().findFirst();
    }

    private static String mib(long bytes) {
        return (bytes >> 20) + " MiB";
    }
}
