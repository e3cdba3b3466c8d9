package org.recipeharness.junit;

import org.junit.jupiter.api.TestReporter;
import org.recipeharness.data.Seeded;

/** What is reported of the data that a tier looks for: where it was put, and where nothing could be. */
final class SeedEvidence {

    private SeedEvidence() {}

    static void report(Seeded seeded, TestReporter reporter) {
        seeded.seeds()
                .forEach(seed -> reporter.publishEntry("seeded", seed.store().toString()));
        seeded.uncovered().forEach(reason -> reporter.publishEntry("not covered", reason));
    }
}
