package org.recipeharness.checkout;

import java.time.Duration;
import org.eclipse.jgit.lib.EmptyProgressMonitor;

/** The end of one transfer: when it takes too long, or when it is cancelled. */
final class Cutoff extends EmptyProgressMonitor {

    private final long deadline;
    private volatile boolean cancelled;

    Cutoff(Duration limit) {
        this.deadline = System.nanoTime() + limit.toNanos();
    }

    void cancel() {
        cancelled = true;
    }

    boolean isPassed() {
        return System.nanoTime() - deadline >= 0;
    }

    @Override
    public boolean isCancelled() {
        return cancelled || isPassed();
    }
}
