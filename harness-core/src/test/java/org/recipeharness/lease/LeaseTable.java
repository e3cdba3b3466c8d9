package org.recipeharness.lease;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.readiness.Sleeper;
import org.recipeharness.swarm.FakeNotices;
import org.recipeharness.waiting.WaitNotice;

/** Several processes that want to hold one swarm, in a time that passes only while one of them waits. */
final class LeaseTable {

    static final Term TERM = new Term(Duration.ofSeconds(60));
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private final FakeTime time = new FakeTime();
    private final FakeNotices notices = new FakeNotices(time);
    private final LeaseBook book = new LeaseBook(notices);
    private final List<Runnable> eachPause = new ArrayList<>();
    private final List<String> printed = new ArrayList<>();

    FakeNotices notices() {
        return notices;
    }

    LeaseBook book() {
        return book;
    }

    /** The lines that waits have printed. */
    List<String> printed() {
        return List.copyOf(printed);
    }

    FakeTime time() {
        return time;
    }

    /** Lets something happen whenever somebody has waited, as what other processes do meanwhile. */
    void whileWaiting(Runnable other) {
        eachPause.add(other);
    }

    /** Takes a lease as another process would. */
    HeldLease take(int holders) throws InterruptedException {
        Sleeper sleeper = duration -> {
            time.pause(duration);
            List.copyOf(eachPause).forEach(Runnable::run);
        };
        var notice = new WaitNotice(() -> time.elapsed().toNanos(), printed::add, WaitNotice.INTERVAL);
        return new Taking(() -> book, TERM, () -> time.elapsed().toNanos(), sleeper, notice).take(wish(holders));
    }

    static Holding wish(int holders) {
        return new Holding(holders, PATIENCE, Set.of(), Duration.ofSeconds(5));
    }

    /** Takes a lease for runs, and dies. */
    HeldLease killed(String... runs) throws InterruptedException {
        HeldLease lease = take(50);
        lease.begin(Set.of(runs));
        return lease;
    }

    void pass(Duration duration) {
        time.pause(duration);
    }

    List<String> names() {
        return book.all().stream().map(posted -> posted.notice().name()).toList();
    }
}
