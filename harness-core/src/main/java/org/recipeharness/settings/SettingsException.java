package org.recipeharness.settings;

import java.util.List;

/** Settings that can't be understood; all that is wrong is told at once. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsException(List<String> problems) {
        super("Reading the settings of the harness: " + String.join("; ", problems));
    }
}
