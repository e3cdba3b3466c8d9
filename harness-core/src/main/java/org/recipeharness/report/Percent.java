package org.recipeharness.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** How probabilities are told to readers. */
final class Percent {

    private static final double HUNDRED = 100;

    private Percent() {}

    static String of(OptionalDouble probability) {
        return probability.isPresent()
                ? String.format(Locale.ROOT, "%.1f %%", probability.getAsDouble() * HUNDRED)
                : "unknown";
    }
}
