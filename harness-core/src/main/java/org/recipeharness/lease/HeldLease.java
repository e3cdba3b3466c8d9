package org.recipeharness.lease;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A lease that this process has posted, and keeps up as long as nobody has taken it over. */
final class HeldLease {

    private static final int ATTEMPTS = 10;

    private final Supplier<LeaseBook> book;
    private final String token;
    private Optional<LeaseException> lost = Optional.empty();

    HeldLease(Supplier<LeaseBook> book, String token) {
        this.book = book;
        this.token = token;
    }

    /**
     * Says that it still is held.
     *
     * @throws LeaseException when somebody else has it
     */
    void renew() {
        change(UnaryOperator.identity());
    }

    /** Says that runs are under way. */
    void begin(Set<String> runs) {
        change(lease -> lease.with(runs));
    }

    /** Says that nothing is left of runs that is anybody's to remove. */
    void end(Set<String> runs) {
        if (!runs.isEmpty()) {
            change(lease -> lease.without(runs));
        }
    }

    /** Lets go; what is still under way is somebody else's to remove. */
    void giveBack() {
        Posted given = change(lease -> lease.in(lease.runs().isEmpty() ? Lease.State.OVER : Lease.State.LEFT));
        if (given.lease().state() == Lease.State.OVER) {
            book.get().remove(given);
        }
    }

    /** The runs that it says are under way. */
    Set<String> runs() {
        return mine().lease().runs();
    }

    /** Insists that it is not known to be lost. */
    synchronized void require() {
        if (lost.isPresent()) {
            throw lost.get();
        }
    }

    boolean is(Posted posted) {
        return posted.isHeld() && posted.lease().token().equals(token);
    }

    /** Only the version is changed that was read; where another one is there by now, that is read, and may be no more ours. */
    private synchronized Posted change(UnaryOperator<Lease> change) {
        require();
        for (int attempt = 1; ; attempt++) {
            Posted mine = mine();
            Lease changed = change.apply(mine.lease());
            if (book.get().change(mine, changed)) {
                return new Posted(mine.notice(), changed);
            }
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException(
                        "Renewing the lease " + mine.notice().name() + ": somebody else changed" + " it " + ATTEMPTS
                                + " times at the same moment, without taking it over");
            }
        }
    }

    private synchronized Posted mine() {
        var all = book.get().all();
        return all.stream().filter(this::is).findFirst().orElseThrow(() -> {
            LeaseException loss = LeaseException.lost(all.isEmpty() ? "no lease at all" : Living.told(all));
            lost = Optional.of(loss);
            return loss;
        });
    }
}
