package org.recipeharness.backup;

import org.recipeharness.fault.Fault;
import org.recipeharness.fault.HarnessException;
import org.recipeharness.fault.Party;

/** A backup or a restore that could not be done as the recipe's labels say it. */
public final class BackupException extends HarnessException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what went wrong.
     *
     * @param message what was being done, to which thing, what was found, what to do
     */
    public BackupException(String message) {
        super(message);
    }

    /**
     * Says what went wrong, and why.
     *
     * @param message what was being done, to which thing, what was found, what to do
     * @param cause why
     */
    public BackupException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public Fault fault() {
        return Fault.of(Party.RECIPE);
    }
}
