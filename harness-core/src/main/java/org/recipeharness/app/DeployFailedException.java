package org.recipeharness.app;

import java.util.Arrays;
import java.util.List;
import org.recipeharness.fault.Fault;
import org.recipeharness.fault.ForeignFault;
import org.recipeharness.fault.HarnessException;
import org.recipeharness.fault.Party;

/** A deploy that the swarm took, but that did not become the running app that was sent. */
public final class DeployFailedException extends HarnessException {

    private static final long serialVersionUID = 1L;

    private final DeployFailure failure;

    DeployFailedException(DeployFailure failure, String message) {
        super(message);
        this.failure = failure;
    }

    /**
     * Adds what is known to be a reason of it.
     *
     * @param reasons a line each
     * @return the same failure with these lines behind its message; this where there is none
     */
    public DeployFailedException because(List<String> reasons) {
        if (reasons.isEmpty()) {
            return this;
        }
        var told = new DeployFailedException(failure, getMessage() + "\n" + String.join("\n", reasons));
        if (getCause() != null) {
            told.initCause(getCause());
        }
        told.setStackTrace(getStackTrace());
        Arrays.stream(getSuppressed()).forEach(told::addSuppressed);
        return told;
    }

    /**
     * Tells in which way it failed.
     *
     * @return the way
     */
    public DeployFailure failure() {
        return failure;
    }

    @Override
    public Fault fault() {
        boolean fullDisk = failure == DeployFailure.IMAGE_UNAVAILABLE && ForeignFault.namesFullDisk(this);
        return fullDisk ? Fault.of(Party.EXTERNAL).with(Fault.Timing.DEATH) : failure.fault();
    }
}
