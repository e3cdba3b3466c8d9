package org.recipeharness.swarm;

import org.recipeharness.fault.Fault;
import org.recipeharness.fault.ForeignFault;
import org.recipeharness.fault.HarnessException;
import org.recipeharness.fault.Party;

/** A stack that the swarm does not take, whatever it is asked again. */
public final class StackRefusedException extends HarnessException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what was refused.
     *
     * @param message the stack, and the engine's reason
     * @param cause what it was noticed by
     */
    public StackRefusedException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public Fault fault() {
        boolean outside = ForeignFault.namesFullDisk(this) || ForeignFault.namesNoEngine(this);
        return Fault.of(outside ? Party.EXTERNAL : Party.RECIPE);
    }
}
