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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a lease, once fewer than as many as may live are held: a new one, or one of the dead with all that they have left. */
final class Taking {

    private static final Logger LOG = LoggerFactory.getLogger(Taking.class);
    private static final Duration TOLD_AGAIN = Duration.ofMinutes(1);

    private final Supplier<LeaseBook> book;
    private final Term term;
    private final LongSupplier nanos;
    private final Sleeper sleeper;
    private final DeathWatch watch;
    private final String token = UUID.randomUUID().toString();
    private Optional<Long> told = Optional.empty();

    Taking(Supplier<LeaseBook> book, Term term, LongSupplier nanos, Sleeper sleeper) {
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
            boolean had = living.size() < holding.holders() && post(held, all, living);
            if (had && isAlone(held, holding)) {
                return held;
            }
            Duration waited = Duration.ofNanos(nanos.getAsLong() - start);
            if (!living.isEmpty() && waited.compareTo(holding.patience()) >= 0) {
                throw LeaseException.refused(holding.holders(), waited, living);
            }
            tell(living, holding);
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
    private boolean post(HeldLease held, List<Posted> all, List<Posted> living) {
        var mine = new Lease(Lease.State.HELD, token, Owner.thisProcess(), term.lasts(), Set.of());
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

    /** Two who looked at the same moment may both have posted one. */
    private boolean isAlone(HeldLease held, Holding holding) {
        List<Posted> others =
                book.get().all().stream().filter(posted -> !held.is(posted)).toList();
        if (living(others).size() < holding.holders()) {
            return true;
        }
        held.giveBack();
        return false;
    }

    private void tell(List<Posted> living, Holding holding) {
        if (living.isEmpty()
                || told.filter(at -> Duration.ofNanos(nanos.getAsLong() - at).compareTo(TOLD_AGAIN) < 0)
                        .isPresent()) {
            return;
        }
        told = Optional.of(nanos.getAsLong());
        LOG.info(
                "Waiting for the swarm's node, at most {} s: held by {}. A dead holder's is taken over {} s behind its last"
                        + " renewal",
                holding.patience().toSeconds(),
                Living.told(living),
                term.lasts().plus(Term.watch(term.lasts())).toSeconds());
    }
}
