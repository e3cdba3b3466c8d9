package org.recipeharness.deployment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recipeharness.fault.Fault;
import org.recipeharness.fault.HarnessException;
import org.recipeharness.fault.Party;

/** Evidence that is owed and missing: not a failure of what was tested, but it blocks like one. */
public final class UnverifiedException extends HarnessException {

    private static final long serialVersionUID = 1L;

    private final String missing;

    /**
     * Make the exception.
     *
     * @param missing what could not be verified, and what to do; the message says "Unverified" before it
     */
    public UnverifiedException(String missing) {
        this(missing, List.of());
    }

    public UnverifiedException(String missing, List<? extends Throwable> reasons) {
        this(missing, null, reasons);
    }

    private UnverifiedException(String missing, @Nullable Throwable cause, List<? extends Throwable> reasons) {
        super("Unverified: " + missing, cause);
        this.missing = missing;
        reasons.forEach(this::addSuppressed);
    }

    /** Makes the exception of what could not be verified for a reason that tells nothing of the recipe. */
    static UnverifiedException because(RuntimeException reason) {
        return new UnverifiedException(String.valueOf(reason.getMessage()), List.of(reason));
    }

    /** Makes the exception of what needs an operation that has failed before. */
    static UnverifiedException behind(String operation, Throwable failure) {
        String reason =
                failure instanceof UnverifiedException before ? before.missing : String.valueOf(failure.getMessage());
        return new UnverifiedException(
                operation + " failed before: " + reason.lines().findFirst().orElse(""), failure, List.of());
    }

    @Override
    public Fault fault() {
        return Fault.of(Party.UNTOLD);
    }
}
