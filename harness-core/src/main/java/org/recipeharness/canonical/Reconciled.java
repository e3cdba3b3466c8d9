package org.recipeharness.canonical;

import java.util.List;
import java.util.Optional;

/**
 * What is true of a canonical, on the swarm as in the registry: it is idle.
 *
 * @param canonical the last good version; empty where there is none yet, and no volumes either
 * @param told what was not as the registry had it, and what was done about it, a line each
 */
public record Reconciled(Optional<Canonical> canonical, List<String> told) {

    public Reconciled {
        told = List.copyOf(told);
    }
}
