package org.recipeharness.promotion;

/** Keeps what there is to see of an app that has failed and is about to be taken back. */
@FunctionalInterface
public interface EvidenceKeeper {

    void keepAsItIs() throws InterruptedException;
}
