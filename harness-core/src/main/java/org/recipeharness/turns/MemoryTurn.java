package org.recipeharness.turns;

import java.time.Duration;

/** A run's turn at the machine's memory, among all runs of this process. */
public final class MemoryTurn implements AutoCloseable {

    private final String run;
    private final long needed;
    private final Duration limit;

    /**
     * Makes it for a run, which has not begun yet.
     *
     * @param run its id
     * @param needed how much must be available before it begins beside others, in bytes
     * @param limit how long it waits for that
     */
    public MemoryTurn(String run, long needed, Duration limit) {
        this.run = run;
        this.needed = needed;
        this.limit = limit;
    }

    /**
     * Waits until the run may begin: at once where no other is under way, or where nobody knows how much memory is available.
     *
     * @throws TurnException when the limit has passed
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    public void take() throws InterruptedException {
        Room.OF_THIS_PROCESS.enter(run, needed, limit);
    }

    /** Lets others begin; once more is nothing. */
    @Override
    public void close() {
        Room.OF_THIS_PROCESS.leave(run);
    }
}
