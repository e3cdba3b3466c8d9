package org.recipeharness.canonical;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.recipeharness.fault.Fault;
import org.recipeharness.fault.HarnessException;
import org.recipeharness.fault.Party;

/** A file of the registry that does not say what the harness has written there. */
public final class DamagedRecordException extends HarnessException {

    private static final long serialVersionUID = 1L;

    DamagedRecordException(Path file, String wrong, @Nullable Throwable cause) {
        super(
                "Reading the registry's record " + file + ": " + wrong
                        + ". Look at it and move it away; the harness never overwrites it, as it may be all that is known of the"
                        + " recipe's canonical",
                cause);
    }

    @Override
    public Fault fault() {
        return Fault.of(Party.EXTERNAL);
    }
}
