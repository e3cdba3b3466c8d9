package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.TestReporter;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.data.Seeded;

/** What a tier owes that brings an app from one version to another: it is reported where data was put, and all of it is still there. */
final class SeedEvidence {

    private SeedEvidence() {}

    static void require(Seeded seeded, List<String> lost, Checkout from, Checkout to, TestReporter reporter) {
        seeded.seeds()
                .forEach(seed -> reporter.publishEntry("seeded", seed.store().toString()));
        seeded.uncovered().forEach(reason -> reporter.publishEntry("not covered", reason));
        assertThat(lost)
                .as("what was in the app's data under %s and is not there any more under %s", from, to)
                .isEmpty();
    }
}
