package org.recipeharness.run;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Closes a run when the process is ended from outside: interrupts the operation under way, waits for it, then cleans up. */
final class ShutdownGuard {

    private static final long PATIENCE_SECONDS = 20;

    private final ReentrantLock operation;
    private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
    private final Thread hook;

    ShutdownGuard(ReentrantLock operation, Runnable cleanUp) {
        this.operation = operation;
        this.hook = new Thread(() -> endedFromOutside(cleanUp), "clean-up-on-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    void protect(Thread working) {
        worker.set(working);
    }

    void release() {
        worker.set(null);
    }

    /** The run is closed: nothing is left to do at the end of the process. */
    void dismiss() {
        if (Thread.currentThread() != hook) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is ending already; the hook will find the run closed.
            }
        }
    }

    private void endedFromOutside(Runnable cleanUp) {
        Thread working = worker.get();
        if (working != null) {
            working.interrupt();
        }
        try {
            if (operation.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                operation.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        cleanUp.run();
    }
}
