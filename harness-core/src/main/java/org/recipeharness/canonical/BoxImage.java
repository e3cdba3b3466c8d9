package org.recipeharness.canonical;

/** Finds an image that the engine's node has, so that a container of it can hold a version's volumes. */
@FunctionalInterface
public interface BoxImage {

    /**
     * Finds one.
     *
     * @param version whose volumes are to be opened
     * @return the image's name; nothing of it is run
     * @throws org.recipeharness.swarm.SwarmException when there is none, nor can one be had
     * @throws InterruptedException when the thread is interrupted
     */
    String of(GoodVersion version) throws InterruptedException;
}
