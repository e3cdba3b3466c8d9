package org.recipeharness.deployment;

import java.util.List;
import org.recipeharness.fault.Fault;
import org.recipeharness.fault.HarnessException;
import org.recipeharness.fault.Party;

/** A stranger's recipe that asks for more than its releases do; nothing of it was deployed. */
public final class UntrustedException extends HarnessException {

    private static final long serialVersionUID = 1L;

    UntrustedException(String head, String base, List<String> reasons, String allow) {
        super("Not deployed: " + head + " may do more on the host than " + base + ":\n  " + String.join("\n  ", reasons)
                + "\nIf you have read the change and trust it: " + allow);
    }

    @Override
    public Fault fault() {
        return Fault.of(Party.RECIPE);
    }
}
