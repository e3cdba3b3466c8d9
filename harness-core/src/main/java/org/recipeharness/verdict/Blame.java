package org.recipeharness.verdict;

import org.recipeharness.fault.Party;

/**
 * What a failure tells by itself of whose it is.
 *
 * @param party whom it is about
 * @param timed whether it is a limit of time that was reached, so that a slower machine could be the reason
 */
public record Blame(Party party, boolean timed) {

    /** That of a failure of which nothing is known. */
    public static final Blame NONE = new Blame(Party.UNTOLD, false);
}
