package org.recipeharness.readiness;

import java.time.Duration;
import java.util.List;

/**
 * What budget a probe would need, by how long it has taken.
 *
 * @param given the budget that it had
 * @param observed from the start to the end of each wait that found its thing ready; one at least
 */
public record BudgetProposal(Budget given, List<Duration> observed) {

    private static final int ENOUGH = 20;
    private static final double QUANTILE = 0.95;
    private static final int ROOM = 2;

    public BudgetProposal {
        observed = observed.stream().sorted().toList();
        if (observed.isEmpty()) {
            throw new IllegalArgumentException(
                    "Proposing a budget in place of " + given + ": no wait was observed, expected one at least");
        }
    }

    /**
     * Tells how long the probe has to be expected to take.
     *
     * @return the time that 19 of 20 waits stay within; the longest one where there are fewer than 20
     */
    public Duration expected() {
        int rank = observed.size() < ENOUGH ? observed.size() : (int) Math.ceil(observed.size() * QUANTILE);
        return observed.get(rank - 1);
    }

    /**
     * Proposes a budget.
     *
     * @return the smallest one of the given interval and limit that holds twice the expected time
     */
    public Budget budget() {
        long wanted = expected().multipliedBy(ROOM).toNanos();
        long attempts = Math.max(1, -Math.floorDiv(-wanted, given.interval().toNanos()));
        return new Budget(Math.toIntExact(attempts), given.interval(), given.limit());
    }
}
