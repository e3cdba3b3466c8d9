package org.recipeharness.process;

import org.jspecify.annotations.Nullable;
import org.recipeharness.fault.Fault;
import org.recipeharness.fault.ForeignFault;
import org.recipeharness.fault.HarnessException;
import org.recipeharness.fault.Party;

/** An outside command that can't be started, took too long, or ended with an exit code that its caller can't accept. */
public final class CommandException extends HarnessException {

    private static final long serialVersionUID = 1L;

    private final Fault.Timing timing;

    CommandException(String message) {
        this(message, null);
    }

    CommandException(String message, @Nullable Throwable cause) {
        this(message, cause, Fault.Timing.NONE);
    }

    private CommandException(String message, @Nullable Throwable cause, Fault.Timing timing) {
        super(message, cause);
        this.timing = timing;
    }

    /** Makes the exception of a command that was ended because its limit was reached. */
    static CommandException timedOut(String message, @Nullable Throwable cause) {
        return new CommandException(message, cause, Fault.Timing.LIMIT);
    }

    @Override
    public Fault fault() {
        boolean outside = ForeignFault.namesFullDisk(this) || ForeignFault.namesNoEngine(this);
        return (outside ? Fault.of(Party.EXTERNAL) : Fault.ofCallerOr(Party.EXTERNAL)).with(timing);
    }
}
