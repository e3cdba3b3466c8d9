package org.recipeharness.checkout;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jgit.api.TransportCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;

/**
 * One command that talks to a remote. It has a thread of its own, since JGit swallows the interrupts of the thread that it runs
 * in whenever it reads with a limit.
 */
final class Transfer<T> {

    private final FutureTask<T> result;
    private final Thread thread;
    private final Cutoff cutoff;
    private final Limits limits;

    Transfer(TransportCommand<?, T> command, Cutoff cutoff, Limits limits) {
        this.result = new FutureTask<>(command);
        this.thread = new Thread(result, "git transfer");
        this.cutoff = cutoff;
        this.limits = limits;
        thread.setDaemon(true);
    }

    /**
     * Performs the command.
     *
     * @return its result
     * @throws GitAPIException when it fails
     * @throws TimeoutException when it was cut off
     * @throws InterruptedException when this thread is interrupted; what was going on has ended then
     */
    T perform() throws GitAPIException, TimeoutException, InterruptedException {
        thread.start();
        // It ends by itself, at the latest when the last answer in the limit was followed by silence.
        Duration latest = limits.transfer().plus(limits.silence().multipliedBy(2));
        try {
            return result.get(latest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (cutoff.isPassed()) {
                var late = new TimeoutException();
                late.initCause(e.getCause());
                throw late;
            }
            throw failure(e);
        } finally {
            cutoff.cancel();
            awaitEnd();
        }
    }

    /** Until then the thread may still write to a clone that others wait for. */
    private void awaitEnd() {
        boolean interrupted = Thread.interrupted();
        long patience = limits.silence().multipliedBy(2).toMillis();
        try {
            thread.join(patience);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static GitAPIException failure(ExecutionException ended) {
        Throwable cause = ended.getCause();
        if (cause instanceof GitAPIException failure) {
            return failure;
        }
        throw new JGitInternalException(String.valueOf(ended.getMessage()), ended);
    }
}
