package org.recipeharness.report.model;

import java.util.Locale;
import java.util.OptionalDouble;

/** How probabilities are told to readers. */
public final class Percent {

    private static final double HUNDRED = 100;

    private Percent() {}

    public static String of(OptionalDouble probability) {
        return probability.isPresent()
                ? String.format(Locale.ROOT, "%.1f %%", probability.getAsDouble() * HUNDRED)
                : "unknown";
    }
}
