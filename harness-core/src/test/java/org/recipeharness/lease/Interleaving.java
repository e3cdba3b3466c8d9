package org.recipeharness.lease;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets several threads do their steps in an order that a seed decides: only one of them runs at a time. */
final class Interleaving {

    private final Random order;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Thread> waiting = new ArrayList<>();
    private int running;
    private Optional<Thread> next = Optional.empty();

    Interleaving(long seed) {
        this.order = new Random(seed);
    }

    /** What one thread does; it calls {@link #step()} before each of its steps. */
    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }

    /** Runs all of these to their end; what one throws is thrown. */
    void run(List<Work> works) throws InterruptedException {
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        running = works.size();
        for (Work work : works) {
            var end = new CompletableFuture<Void>();
            ends.add(end);
            var thread = new Thread(() -> perform(work, end));
            thread.setDaemon(true);
            thread.start();
        }
        schedule();
        ends.forEach(CompletableFuture::join);
    }

    private void perform(Work work, CompletableFuture<Void> end) {
        try {
            step();
            work.run();
            end.complete(null);
        } catch (InterruptedException | RuntimeException | AssertionError e) {
            end.completeExceptionally(new CompletionException(e));
        } finally {
            leave();
        }
    }

    private void leave() {
        lock.lock();
        try {
            running--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void schedule() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (running > 0) {
                if (next.isEmpty() && waiting.size() == running) {
                    next = Optional.of(waiting.remove(order.nextInt(waiting.size())));
                    changed.signalAll();
                }
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the order says that this thread goes on. */
    void step() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            waiting.add(Thread.currentThread());
            changed.signalAll();
            while (next.filter(Thread.currentThread()::equals).isEmpty()) {
                changed.await();
            }
            next = Optional.empty();
        } finally {
            lock.unlock();
        }
    }
}
