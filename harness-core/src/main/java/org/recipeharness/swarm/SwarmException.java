package org.recipeharness.swarm;

import org.jspecify.annotations.Nullable;
import org.recipeharness.fault.Fault;
import org.recipeharness.fault.ForeignFault;
import org.recipeharness.fault.HarnessException;
import org.recipeharness.fault.Party;

/** An operation that the engine or the swarm did not perform. */
public final class SwarmException extends HarnessException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /**
     * Make an exception.
     *
     * @param message what was being done, to which thing, what was found, what to do
     */
    public SwarmException(String message) {
        this(message, null);
    }

    /**
     * Make an exception that another one has caused.
     *
     * @param message what was being done, to which thing, what was found, what to do
     * @param cause the engine's or the connection's error
     */
    public SwarmException(String message, @Nullable Throwable cause) {
        this(message, cause, Kind.REFUSED);
    }

    private SwarmException(String message, @Nullable Throwable cause, Kind kind) {
        super(message, cause);
        this.kind = kind;
    }

    /**
     * Make the exception of an operation that reached its limit of time.
     *
     * @param message what was being done, to which thing, and the limit
     * @param cause what showed it, if there is something
     * @return the exception
     */
    public static SwarmException timedOut(String message, @Nullable Throwable cause) {
        return new SwarmException(message, cause, Kind.TIMED_OUT);
    }

    /**
     * Make the exception of a container that was gone before anything began in it, as happens while its task is replaced.
     *
     * @param message what was to be done, in which container
     * @param cause the engine's answer
     * @return the exception; the same may succeed in the container of the next task
     */
    public static SwarmException containerGone(String message, Throwable cause) {
        return new SwarmException(message, cause, Kind.CONTAINER_GONE);
    }

    /**
     * Make the exception of a container that is paused, so that nothing begins in it.
     *
     * @param message what was to be done, in which container
     * @param cause the engine's answer
     * @return the exception; the same may succeed later
     */
    public static SwarmException containerPaused(String message, Throwable cause) {
        return new SwarmException(message, cause, Kind.CONTAINER_PAUSED);
    }

    /**
     * Make the exception of a removal that has left something.
     *
     * @param message what was to be removed, what is left of it, what to do
     * @return the exception; the harness answers for it, as it promises to leave nothing
     */
    public static SwarmException leftBehind(String message) {
        return new SwarmException(message, null, Kind.LEFT_BEHIND);
    }

    /**
     * Make the exception of a database of the recipe's own that refuses what every database must do.
     *
     * @param message what was being done, in which database, and its answer
     * @return the exception; the recipe answers for it, unless its own test class asked
     */
    public static SwarmException refusedByApp(String message) {
        return new SwarmException(message, null, Kind.REFUSED_BY_APP);
    }

    /**
     * Determine whether nothing began because the container was gone or paused.
     *
     * @return true if the same may succeed in another container of the service, or later
     */
    public boolean isContainerGone() {
        return kind == Kind.CONTAINER_GONE || kind == Kind.CONTAINER_PAUSED;
    }

    @Override
    public Fault fault() {
        if (ForeignFault.namesFullDisk(this)) {
            return Fault.of(Party.EXTERNAL);
        }
        return switch (kind) {
            case REFUSED ->
                ForeignFault.isOfBrokenConnection(this) ? Fault.of(Party.EXTERNAL) : Fault.ofCallerOr(Party.EXTERNAL);
            case TIMED_OUT, CONTAINER_PAUSED -> Fault.ofCallerOr(Party.EXTERNAL).with(Fault.Timing.LIMIT);
            case CONTAINER_GONE -> Fault.ofCallerOr(Party.EXTERNAL);
            case REFUSED_BY_APP -> Fault.ofCallerOr(Party.RECIPE);
            case LEFT_BEHIND -> Fault.of(Party.HARNESS);
        };
    }

    private enum Kind {
        REFUSED,
        TIMED_OUT,
        CONTAINER_GONE,
        CONTAINER_PAUSED,
        LEFT_BEHIND,
        REFUSED_BY_APP
    }
}
