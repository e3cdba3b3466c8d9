package org.recipeharness.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.recipeharness.readiness.Sleeper;
import org.recipeharness.waiting.WaitNotice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a lease, once fewer than as many as may live are held: a new one, or one of the dead with all that they have left. */
final class Taking {

    private static final Logger LOG = LoggerFactory.getLogger(Taking.class);

    /** How often a process that may stay reads the leases again, until those that have to withdraw have done so. */
    private static final int READINGS = 3;

    private final Supplier<LeaseBook> book;
    private final Term term;
    private final LongSupplier nanos;
    private final Sleeper sleeper;
    private final DeathWatch watch;
    private final String token = UUID.randomUUID().toString();
    private final WaitNotice notice;

    Taking(Supplier<LeaseBook> book, Term term, LongSupplier nanos, Sleeper sleeper, WaitNotice notice) {
        this.notice = notice;
        this.book = book;
        this.term = term;
        this.nanos = nanos;
        this.sleeper = sleeper;
        this.watch = new DeathWatch(nanos);
    }

    /**
     * Takes a lease.
     *
     * @throws LeaseException when it can't be had in that time; who has it is named
     */
    HeldLease take(Holding holding) throws InterruptedException {
        long start = nanos.getAsLong();
        var held = new HeldLease(book, token);
        while (true) {
            List<Posted> all = book.get().all();
            List<Posted> living = living(all);
            if (holding.isAllowedBeside(living) && post(held, all, living, holding) && mayStay(held, holding)) {
                return held;
            }
            Duration waited = Duration.ofNanos(nanos.getAsLong() - start);
            announce(living, holding, waited);
            if (!living.isEmpty() && waited.compareTo(holding.patience()) >= 0) {
                throw LeaseException.refused(holding, waited, living);
            }
            sleeper.pause(term.pause());
        }
    }

    private List<Posted> living(List<Posted> all) {
        if (all.stream().noneMatch(Posted::isHeld)) {
            return List.of();
        }
        Instant now = book.get().notices().now();
        watch.look(all, now);
        return all.stream()
                .filter(posted -> posted.isHeld() && !watch.isDead(posted, now))
                .toList();
    }

    /** Posts a lease of ours, with the runs of all the dead; false where somebody else was quicker. */
    private boolean post(HeldLease held, List<Posted> all, List<Posted> living, Holding holding) {
        var mine = new Lease(Lease.State.HELD, token, Owner.thisProcess(), holding.holders(), term.lasts(), Set.of());
        List<Posted> dead = all.stream()
                .filter(posted -> !living.contains(posted))
                .filter(posted -> posted.lease().state() != Lease.State.OVER)
                .toList();
        all.stream()
                .filter(posted -> posted.lease().state() == Lease.State.OVER)
                .forEach(book.get()::remove);
        if (dead.isEmpty()) {
            return book.get().post(mine, all);
        }
        Posted first = dead.get(0);
        if (!book.get().change(first, mine.with(first.lease().runs()))) {
            return false;
        }
        LOG.warn("Taken over from one that is dead: the lease of {}", first.lease());
        dead.stream().skip(1).forEach(each -> inherit(held, each));
        return true;
    }

    /** Their runs are ours before their lease is over, so that a crash between the two loses none. */
    private void inherit(HeldLease held, Posted dead) {
        held.begin(dead.lease().runs());
        Lease over = dead.lease().in(Lease.State.OVER);
        if (book.get().change(dead, over)) {
            LOG.warn("Ended, as its holder is dead: the lease of {}", dead.lease());
            book.get().remove(dead);
        } else {
            // It lives, or is another one's by now; so do its runs.
            held.end(dead.lease().runs());
        }
    }

    /**
     * Determine if this process may keep the lease that it has just posted; withdraw it if not.
     *
     * <p>Processes that read the leases at the same moment may all have posted one. Each reads them again after its own lease is
     * there, so of any two at least one sees the other. A process enters only after a reading that shows nobody it must not be
     * beside. If a reading shows too many, the leases' names decide: a process withdraws if it may not be beside those whose names
     * come before its own. Otherwise it keeps its lease and reads again, as the others withdraw. If they stay, one of them was
     * there first, and this process withdraws too.
     */
    private boolean mayStay(HeldLease held, Holding holding) throws InterruptedException {
        for (int reading = 1; ; reading++) {
            List<Posted> all = book.get().all();
            List<Posted> others =
                    living(all.stream().filter(posted -> !held.is(posted)).toList());
            if (holding.isAllowedBeside(others)) {
                return true;
            }
            if (reading == READINGS || !holding.isAllowedBeside(before(held, all, others))) {
                held.giveBack();
                return false;
            }
            sleeper.pause(term.pause());
        }
    }

    /** Those of the others whose leases' names come before the name of the held one. */
    private static List<Posted> before(HeldLease held, List<Posted> all, List<Posted> others) {
        Optional<String> own = all.stream()
                .filter(held::is)
                .map(posted -> posted.notice().name())
                .findFirst();
        return others.stream()
                .filter(other -> own.filter(
                                name -> name.compareTo(other.notice().name()) < 0)
                        .isEmpty())
                .toList();
    }

    private void announce(List<Posted> living, Holding holding, Duration waited) {
        if (!living.isEmpty()) {
            notice.print(() -> "Waiting for the swarm's node for " + waited.toSeconds() + " s, at most "
                    + holding.patience().toSeconds() + " s: held by " + Living.told(living)
                    + ". A dead holder is replaced "
                    + term.lasts().plus(Term.watch(term.lasts())).toSeconds() + " s after its last renewal");
        }
    }
}
