package org.recipeharness.settings;

import java.util.List;
import org.recipeharness.fault.Fault;
import org.recipeharness.fault.HarnessException;
import org.recipeharness.fault.Party;

/** Settings that can't be understood; all that is wrong is told at once. */
public final class SettingsException extends HarnessException {

    private static final long serialVersionUID = 1L;

    SettingsException(List<String> problems) {
        super("Reading the settings of the harness: " + String.join("; ", problems));
    }

    @Override
    public Fault fault() {
        return Fault.of(Party.EXTERNAL);
    }
}
