package org.recipeharness.junit;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.TestReporter;
import org.recipeharness.restore.Rollback;

/** What the drill {@code rollback} owes: which way back there is, is reported, and there is one. */
final class RollbackEvidence {

    private RollbackEvidence() {}

    static void require(Rollback rollback, TestReporter reporter) {
        reporter.publishEntry("rollback", rollback.toString());
        rollback.way().passedOver().forEach(reason -> reporter.publishEntry("passed over", reason));
        rollback.way()
                .seeded()
                .seeds()
                .forEach(seed -> reporter.publishEntry("seeded", seed.store().toString()));
        rollback.way().seeded().uncovered().forEach(reason -> reporter.publishEntry("not covered", reason));
        if (rollback instanceof Rollback.NeedsRestore needs) {
            reporter.publishEntry("why not in place", needs.inPlace().reason());
        }
        if (rollback instanceof Rollback.Impossible impossible) {
            Assertions.fail(impossible.message());
        }
    }
}
