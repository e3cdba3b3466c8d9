package org.recipeharness.lease;

import org.recipeharness.swarm.Notice;

/**
 * A lease as the swarm shows it.
 *
 * @param notice where it stands, and in which version
 * @param lease what it says
 */
record Posted(Notice notice, Lease lease) {

    boolean isHeld() {
        return lease.state() == Lease.State.HELD;
    }
}
