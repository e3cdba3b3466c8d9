package org.recipeharness.readiness;

import java.time.Duration;

/**
 * A named way to look at a thing once.
 *
 * <p>The name is what a budget is configured by ({@code harness.budget.<name>}) and what a report calls it.
 */
public interface Probe {

    /**
     * Names this probe.
     *
     * @return lower-case words joined by hyphens, such as {@code handshake}
     */
    String name();

    /**
     * Looks once.
     *
     * <p>An implementation ends within the limit and never throws for a thing that is not ready: that is a {@link Look.NotYet}
     * with its reason. An unchecked exception means that the probe itself is broken, and ends the wait.
     *
     * @param limit how long this look may take
     * @return what was found
     * @throws InterruptedException when the thread is interrupted; the wait ends
     */
    Look look(Duration limit) throws InterruptedException;
}
