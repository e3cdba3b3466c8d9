package org.recipeharness.tier;

/** Keeps what there is to see of an app that has failed and is about to be taken back. */
@FunctionalInterface
interface EvidenceKeeper {

    void keepAsItIs() throws InterruptedException;
}
