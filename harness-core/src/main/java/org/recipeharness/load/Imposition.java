package org.recipeharness.load;

import org.recipeharness.app.DeployedApp;

/** One load that is put on an app; each writes itself as it is set. */
interface Imposition {

    /** Puts it on those containers of an app that have it not yet. */
    void on(DeployedApp app);

    /**
     * Waits for the end of what ends by itself.
     *
     * @throws LoadException when it was not as it was meant
     */
    default void settle() throws InterruptedException {
        requireHeld();
    }

    /**
     * Insists that it was as it was meant, so far.
     *
     * @throws LoadException when it was not
     */
    default void requireHeld() {}

    /** Takes it away; where there is none, nothing is done. */
    void lift();
}
