package org.recipeharness.fault;

import java.util.Optional;

/**
 * What an error shows by itself: who is to answer for it, and whether a slower machine could be the reason.
 *
 * @param party who is to answer for it; empty if only its cause, or the code that threw it, can show that
 * @param ofCaller whether the recipe's own test class answers for it instead, if that class asked for what failed
 * @param timing what part time played
 */
public record Fault(Optional<Party> party, boolean ofCaller, Timing timing) {

    /** The fault of an error that shows nothing. */
    public static final Fault UNKNOWN = new Fault(Optional.empty(), false, Timing.NONE);

    /** The part that time played in an error. */
    public enum Timing {
        /** A limit of time was reached. */
        LIMIT,
        /** A connection broke or was refused; an app that is too slow is one possible reason. */
        CONNECTION,
        /** Something died, which is never a question of time, whatever its causes say. */
        DEATH,
        /** None, as far as the error shows. */
        NONE
    }

    /**
     * Make the fault of one party, whoever asked for what failed.
     *
     * @param party who is to answer for it
     * @return a fault in which time played no part
     */
    public static Fault of(Party party) {
        return new Fault(Optional.of(party), false, Timing.NONE);
    }

    /**
     * Make the fault of an operation that the recipe's own test class may have asked for.
     *
     * @param party who is to answer for it if that class did not ask for it
     * @return a fault in which time played no part
     */
    public static Fault ofCallerOr(Party party) {
        return new Fault(Optional.of(party), true, Timing.NONE);
    }

    /**
     * Return the same fault with another part of time.
     *
     * @param other the part
     * @return the fault
     */
    public Fault with(Timing other) {
        return new Fault(party, ofCaller, other);
    }

    /**
     * Determine whether something outside of recipe, tests and harness is certainly to answer for it. This also holds for every
     * error that it has caused.
     *
     * @return true for an external party, whoever asked
     */
    public boolean isExternal() {
        return !ofCaller && party.filter(Party.EXTERNAL::equals).isPresent();
    }

    /**
     * Return what an error shows by itself, without its causes.
     *
     * @param thrown an error of the harness, of Java or of a library
     * @return its fault; {@link #UNKNOWN} if it shows nothing
     */
    public static Fault of(Throwable thrown) {
        return thrown instanceof Faulty ours ? ours.fault() : ForeignFault.of(thrown);
    }
}
