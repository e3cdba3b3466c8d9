package org.recipeharness.lint.published;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
    /** abra or docker refuses it, or what was promised can't come true. */
    ERROR,
    /** It works today, and will hurt somebody. */
    WARNING,
    /** Worth knowing, and harmless: never the cause of anything. */
    NOTE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
