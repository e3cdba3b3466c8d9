package org.recipeharness.readiness;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Waits for a thing to be ready, within a budget.
 *
 * <p>Looks start one interval apart. Before each look, and every second between two or while one takes its time, the thing's liveness is asked, so that a
 * crash loop ends the wait within seconds and not at the budget's end.
 */
public final class Readiness {

    private static final Duration LIVENESS_INTERVAL = Duration.ofSeconds(1);
    private static final int KEPT_CAUSES = 5;

    private final InstantSource clock;
    private final Sleeper sleeper;

    /** Waits in real time. */
    public Readiness() {
        this(InstantSource.system(), Sleeper.REAL);
    }

    /**
     * Waits in the time of the given clock.
     *
     * @param clock what tells the time
     * @param sleeper what lets it pass
     */
    public Readiness(InstantSource clock, Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * Waits until a look finds the thing ready.
     *
     * @param probe how to look; each look is held to the budget's limit, whatever the probe does
     * @param budget how many looks there may be, and how far apart
     * @param liveness what can end the wait early
     * @return how much of the budget was used
     * @throws NotReadyException when the budget is used up or the thing died; the message names budget, use and the last
     *     reason, the causes of the last looks are chained
     * @throws InterruptedException when the thread is interrupted; nothing is left running
     */
    public BudgetUse await(Probe probe, Budget budget, Liveness liveness) throws InterruptedException {
        var wait = new Wait(probe.name(), budget);
        try (var limited = new LimitedProbe(probe)) {
            for (int attempt = 1; attempt <= budget.attempts(); attempt++) {
                wait.checkAlive(liveness);
                Look look = limited.look(budget.limit(), () -> wait.checkAlive(liveness), LIVENESS_INTERVAL);
                wait.note(attempt, look);
                if (look instanceof Look.Ready) {
                    return wait.use();
                }
                wait.pauseUntilNext(attempt, liveness);
            }
        }
        wait.checkAlive(liveness);
        throw NotReadyException.usedUp(wait.use(), wait.causes());
    }

    private final class Wait {
        private final String probe;
        private final Budget budget;
        private final Instant start = clock.instant();
        private final Deque<Throwable> causes = new ArrayDeque<>();
        private int attempts;
        private String seen = "nothing yet";

        Wait(String probe, Budget budget) {
            this.probe = probe;
            this.budget = budget;
        }

        void note(int attempt, Look look) {
            attempts = attempt;
            if (look instanceof Look.Ready ready) {
                seen = ready.seen();
            } else if (look instanceof Look.NotYet notYet) {
                seen = notYet.reason();
                Throwable cause = notYet.cause();
                if (cause != null) {
                    causes.addLast(cause);
                    if (causes.size() > KEPT_CAUSES) {
                        causes.removeFirst();
                    }
                }
            }
        }

        void checkAlive(Liveness liveness) throws InterruptedException {
            Optional<String> death = liveness.death();
            if (death.isPresent()) {
                throw NotReadyException.died(use(), death.get(), causes());
            }
        }

        void pauseUntilNext(int attempt, Liveness liveness) throws InterruptedException {
            Instant next = start.plus(budget.interval().multipliedBy(attempt));
            for (Duration left = until(next); !left.isNegative() && !left.isZero(); left = until(next)) {
                sleeper.pause(left.compareTo(LIVENESS_INTERVAL) < 0 ? left : LIVENESS_INTERVAL);
                checkAlive(liveness);
            }
        }

        private Duration until(Instant next) {
            return Duration.between(clock.instant(), next);
        }

        BudgetUse use() {
            return new BudgetUse(probe, budget, attempts, Duration.between(start, clock.instant()), seen);
        }

        List<Throwable> causes() {
            return List.copyOf(causes);
        }
    }
}
