package org.recipeharness.turns;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which run has which of the node's ports. A run gets all that it asks for at once or none, so that two never wait for each other. */
final class PortBook {

    /** That of all runs of this process: two processes are kept apart by the node's lease. */
    static final PortBook OF_THIS_PROCESS = new PortBook();

    private static final Logger LOG = LoggerFactory.getLogger(PortBook.class);

    private final Map<String, String> owners = new TreeMap<>();
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();

    /**
     * Waits until all of these are free or the run's own, and takes them.
     *
     * @throws TurnException when the limit has passed; the run has what it had before
     */
    void take(String run, Set<String> ports, Duration limit) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Map<String, String> taken = ofOthers(run, ports);
            if (!taken.isEmpty()) {
                LOG.info("Run {}: waiting for ports that other runs publish: {}", run, told(taken));
            }
            long left = limit.toNanos();
            while (!taken.isEmpty()) {
                if (left <= 0) {
                    throw new TurnException("Waiting for the ports of run " + run + ": after " + limit.toSeconds()
                            + " s found " + told(taken) + ", expected them free. Run it again, alone");
                }
                left = changed.awaitNanos(left);
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
