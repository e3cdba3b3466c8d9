package org.recipeharness.swarm;

import java.time.Duration;

/** What happens to a stack, from the moment on at which the watch began. */
public interface Changes extends AutoCloseable {

    /**
     * Waits for the next change.
     *
     * <p>Swarm has no events of tasks, and those of containers are of this engine's node only: so a change may be missed, and a
     * caller looks again after the longest wait anyway.
     *
     * @param longest how long to wait at most
     * @return true when something has changed since the last call, false when the time is over
     * @throws InterruptedException when the thread is interrupted
     */
    boolean await(Duration longest) throws InterruptedException;

    @Override
    void close();
}
