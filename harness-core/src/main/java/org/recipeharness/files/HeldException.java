package org.recipeharness.files;

import java.nio.file.Path;
import java.time.Duration;
import org.recipeharness.fault.Fault;
import org.recipeharness.fault.HarnessException;
import org.recipeharness.fault.Party;

/** A folder that somebody else holds, and did not let go of in time. */
public final class HeldException extends HarnessException {

    private static final long serialVersionUID = 1L;

    HeldException(String what, Path lock, String holder, Duration waited) {
        super("Waiting for " + what + ": after " + waited.toSeconds() + " s it is still held by " + holder
                + ", expected that it is let go of. Wait until that has ended, or end its process if it hangs (fuser "
                + lock + " tells which it is): the lock goes with it");
    }

    @Override
    public Fault fault() {
        return Fault.of(Party.EXTERNAL);
    }
}
