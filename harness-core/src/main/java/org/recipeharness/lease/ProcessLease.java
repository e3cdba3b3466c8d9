package org.recipeharness.lease;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.recipeharness.readiness.Sleeper;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.waiting.WaitNotice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lease of this process on one swarm: taken for the first of its runs, shared by all, given back behind the last one.
 *
 * <p>Runs of one process know of each other, and are side by side because somebody wants them so; that is why a process holds, and
 * why there is one of these for each swarm in a process.
 */
final class ProcessLease {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessLease.class);
    private static final Map<String, ProcessLease> OF_THIS_PROCESS = new ConcurrentHashMap<>();

    private final Term term;
    private final String prefix;
    private final LongSupplier nanos = System::nanoTime;
    private final Sleeper sleeper = Sleeper.REAL;
    private final ReentrantLock gate = new ReentrantLock();
    private final ConcurrentSkipListMap<String, Swarm> swarms = new ConcurrentSkipListMap<>();
    private Optional<Kept> kept = Optional.empty();

    ProcessLease(Term term, String prefix) {
        this.term = term;
        this.prefix = prefix;
    }

    /** What there is while the lease is held. */
    private record Kept(HeldLease lease, Renewal renewal) {}

    static ProcessLease of(Swarm swarm) {
        return OF_THIS_PROCESS.computeIfAbsent(
                swarm.notices().place(), place -> new ProcessLease(Term.USUAL, LeaseBook.PREFIX));
    }

    /**
     * Takes the lease for a run, or joins the others in it.
     *
     * @throws LeaseException when others hold the node for too long
     */
    void join(String run, Swarm swarm, Holding holding) throws InterruptedException {
        gate.lockInterruptibly();
        swarms.put(run, swarm);
        try {
            if (kept.isEmpty()) {
                take(run, swarm, holding);
            } else {
                kept.get().lease().begin(Set.of(run));
            }
        } catch (RuntimeException | InterruptedException e) {
            swarms.remove(run);
            throw e;
        } finally {
            gate.unlock();
        }
    }

    private void take(String run, Swarm swarm, Holding holding) throws InterruptedException {
        long start = nanos.getAsLong();
        HeldLease lease = new Taking(this::book, term, nanos, sleeper, new WaitNotice()).take(holding);
        kept = Optional.of(new Kept(lease, new Renewal(lease, term.renewal())));
        try {
            var dead = new TreeSet<>(lease.runs());
            // Whoever says that a run is under way is believed before who says that it was.
            Set<String> elsewhere = runsOfOthers(lease);
            dead.removeAll(elsewhere);
            lease.end(elsewhere);
            lease.begin(Set.of(run));
            var leavings = new Leavings(swarm, holding, nanos, sleeper);
            lease.end(leavings.remove(dead));
            leavings.tellOthers(runs(posted -> true));
        } catch (RuntimeException | InterruptedException e) {
            letGo(run);
            throw e;
        }
        LOG.info("Holding the swarm's node, after {} ms", (nanos.getAsLong() - start) / 1_000_000);
    }

    private Set<String> runsOfOthers(HeldLease lease) {
        return runs(posted -> posted.isHeld() && !lease.is(posted));
    }

    private Set<String> runs(Predicate<Posted> whose) {
        return book().all().stream()
                .filter(whose)
                .flatMap(posted -> posted.lease().runs().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** By the connection of any run that is there; the lease outlives each of them. */
    private LeaseBook book() {
        Iterator<Swarm> any = swarms.values().iterator();
        try {
            return new LeaseBook(any.next().notices(), prefix);
        } catch (NoSuchElementException e) {
            throw new SwarmException("Looking at the leases on the swarm: no run of this process is there any more", e);
        }
    }

    /** Insists that the lease still is ours; an engine that does not answer is told by whoever needs it next. */
    void require() {
        gate.lock();
        try {
            kept.ifPresent(each -> each.lease().renew());
        } catch (SwarmException e) {
            LOG.debug("Looking whether the swarm's node still is ours: {}", e.getMessage());
        } finally {
            gate.unlock();
        }
    }

    /** Says that nothing is left of a run that is anybody's to remove. */
    void finished(String run) {
        gate.lock();
        try {
            kept.ifPresent(each -> each.lease().end(Set.of(run)));
        } finally {
            gate.unlock();
        }
    }

    /** Leaves, and gives the lease back where nobody else is in it. An error is told only: the lease then runs out by itself. */
    void leave(String run) {
        gate.lock();
        try {
            if (swarms.size() == 1) {
                letGo(run);
            }
            swarms.remove(run);
        } finally {
            gate.unlock();
        }
    }

    private void letGo(String run) {
        Optional<Kept> last = kept;
        kept = Optional.empty();
        try {
            last.ifPresent(each -> {
                each.renewal().close();
                each.lease().giveBack();
            });
        } catch (SwarmException e) {
            LOG.warn(
                    "The lease on the swarm's node, which run {} was the last in, runs out by itself: {}",
                    run,
                    e.getMessage());
        } catch (LeaseException e) {
            // Somebody else's by now, which is told where it is noticed.
            LOG.debug("The lease on the swarm's node is not given back: {}", e.getMessage());
        }
    }
}
