package org.recipeharness.fault;

/** An error that shows its fault. Every exception that leaves a package of the harness is one. */
public interface Faulty {

    /**
     * Return who is to answer for the error, and the part of time in it.
     *
     * @return its fault
     */
    Fault fault();
}
