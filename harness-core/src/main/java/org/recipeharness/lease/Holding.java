package org.recipeharness.lease;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How a run wants to hold the node.
 *
 * @param holders how many processes may hold it at once; if another holder allows fewer, its number counts
 * @param patience how long to wait for it
 * @param spared stacks that stay, whoever has left them
 * @param removeLimit how long the removal of what one run has left may take
 */
public record Holding(int holders, Duration patience, Set<String> spared, Duration removeLimit) {

    public Holding {
        spared = Set.copyOf(spared);
    }

    /** Return how many processes may hold the node at once: the smallest number that this process and the others allow. */
    int limitBeside(List<Posted> others) {
        return others.stream().mapToInt(other -> other.lease().holders()).reduce(holders, Math::min);
    }

    /** Determine if this process may hold the node while all of the others do. */
    boolean isAllowedBeside(List<Posted> others) {
        return others.size() < limitBeside(others);
    }
}
