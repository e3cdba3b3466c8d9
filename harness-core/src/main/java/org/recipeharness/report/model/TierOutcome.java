package org.recipeharness.report.model;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** What came of a tier, or of a recipe as a whole; what weighs more comes first. */
public enum TierOutcome {
    /** Something was asked for and was not so. */
    FAILED("red"),
    /** The evidence that it owes is missing; that blocks like a failure. */
    UNVERIFIED("open"),
    /** All that was asked for was so. */
    PASSED("green"),
    /** Nothing of it can apply, with a reason. */
    NOT_APPLICABLE("idle"),
    /** Nothing of it has run. */
    NOT_RUN("idle");

    private final String style;

    TierOutcome(String style) {
        this.style = style;
    }

    /**
     * Gives the word for it that all reports use.
     *
     * @return in lower case, such as {@code not applicable}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * Tells whether it makes a run red.
     *
     * @return true where something failed or owes its evidence
     */
    public boolean isRed() {
        return this == FAILED || this == UNVERIFIED;
    }

    /**
     * Finds what weighs most.
     *
     * @param outcomes of the parts
     * @return that of the whole; not run, where there are no parts
     */
    public static TierOutcome worst(Stream<TierOutcome> outcomes) {
        return outcomes.min(Comparator.naturalOrder()).orElse(NOT_RUN);
    }

    public String style() {
        return style;
    }
}
