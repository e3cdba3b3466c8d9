package org.recipeharness.turns;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.recipeharness.waiting.WaitNotice;

/** Which run has which of the node's ports. A run gets all that it asks for at once or none, so that two never wait for each other. */
final class PortBook {

    /** That of all runs of this process: two processes are kept apart by the node's lease. */
    static final PortBook OF_THIS_PROCESS = new PortBook(WaitNotice::new);

    private final Supplier<WaitNotice> notices;
    private final Map<String, String> owners = new TreeMap<>();
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();

    /** Make a book in which nobody has a port; each wait prints its own notice. */
    PortBook(Supplier<WaitNotice> notices) {
        this.notices = notices;
    }

    /**
     * Waits until all of these are free or the run's own, and takes them.
     *
     * @throws TurnException when the limit has passed; the run has what it had before
     */
    void take(String run, Set<String> ports, Duration limit) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Map<String, String> taken = ofOthers(run, ports);
            long left = limit.toNanos();
            WaitNotice notice = notices.get();
            while (!taken.isEmpty()) {
                if (left <= 0) {
                    throw new TurnException("Waiting for the ports of run " + run + ": after " + limit.toSeconds()
                            + " s found " + told(taken) + ", expected them free. Run it again, alone");
                }
                String holders = told(taken);
                notice.print(() -> "Run " + run + " waits for ports that other runs publish, at most "
                        + limit.toSeconds() + " s: " + holders);
                long pause = Math.min(left, Math.max(1, notice.untilNext().toNanos()));
                left -= pause - changed.awaitNanos(pause);
                taken = ofOthers(run, ports);
            }
            ports.forEach(port -> owners.put(port, run));
        } finally {
            lock.unlock();
        }
    }

    /** Lets others have what a run has; nothing, where it has none. */
    void giveBack(String run) {
        lock.lock();
        try {
            owners.values().removeIf(run::equals);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Map<String, String> ofOthers(String run, Set<String> ports) {
        var taken = new TreeMap<>(owners);
        taken.keySet().retainAll(ports);
        taken.values().removeIf(run::equals);
        return taken;
    }

    private static String told(Map<String, String> taken) {
        return String.join(
                ", ",
                taken.entrySet().stream()
                        .map(port -> port.getKey() + " of run " + port.getValue())
                        .toList());
    }
}
