package org.recipeharness.checkout;

import java.time.Duration;

/**
 * How long the parts of a checkout may take.
 *
 * @param silence how long a server may say nothing, when it is connected to and at any moment after; whole seconds
 * @param transfer how long one clone or fetch may take as a whole
 * @param turn how long to wait for other runs that use the same clone
 */
record Limits(Duration silence, Duration transfer, Duration turn) {

    /** The silence is shorter than the time that a run is given to end after Ctrl-C, since a read that waits can't be interrupted. */
    static final Limits USUAL = new Limits(Duration.ofSeconds(15), Duration.ofMinutes(5), Duration.ofMinutes(10));
}
