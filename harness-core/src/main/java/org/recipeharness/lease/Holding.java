package org.recipeharness.lease;

import java.time.Duration;
import java.util.Set;

/**
 * How a run wants to hold the node.
 *
 * @param holders how many processes may hold it at once
 * @param patience how long to wait for it
 * @param spared stacks that stay, whoever has left them
 * @param removeLimit how long the removal of what one run has left may take
 */
public record Holding(int holders, Duration patience, Set<String> spared, Duration removeLimit) {

    public Holding {
        spared = Set.copyOf(spared);
    }
}
