package org.recipeharness.swarm.docker;

import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import org.jspecify.annotations.Nullable;

/** Tells whether a call of docker-java, which knows no InterruptedException, was ended by an interrupt. */
final class Interruption {

    private Interruption() {}

    static boolean ended(Throwable error) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            boolean interrupted = cause instanceof InterruptedException
                    || cause instanceof ClosedByInterruptException
                    || (cause instanceof InterruptedIOException && !(cause instanceof SocketTimeoutException));
            if (interrupted) {
                return true;
            }
        }
        return false;
    }
}
