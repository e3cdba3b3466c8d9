package org.recipeharness.settings;

/** What stays deployed after a run, for somebody to look at. */
public enum Keep {
    /** Nothing: what a night's sweep needs. */
    NEVER,
    /** The app, when one of its tests failed. */
    ON_FAILURE,
    /** The app, whatever came out. */
    ALWAYS;

    /**
     * Decides for one run.
     *
     * @param failed whether a test of the run failed
     * @return true when its app stays
     */
    public boolean applies(boolean failed) {
        return this == ALWAYS || (this == ON_FAILURE && failed);
    }
}
