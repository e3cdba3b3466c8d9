package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.TestReporter;
import org.recipeharness.restore.Restored;

/** What a restore owes: how it went is reported, and all that was seeded is back. */
final class RestoreEvidence {

    private RestoreEvidence() {}

    static void require(Restored restored, TestReporter reporter) {
        restored.done().hooks().forEach(run -> reporter.publishEntry("hook", run.toString()));
        reporter.publishEntry(
                "restored",
                restored.done().bytes() + " bytes in " + restored.done().took().toMillis() + " ms");
        assertThat(restored.lost()).withFailMessage(() -> message(restored)).isEmpty();
    }

    private static String message(Restored restored) {
        return "After the restore of " + restored.app().app() + " from the snapshot "
                + restored.from().backup().snapshot() + ", what was seeded, saved and taken away is not back:\n  "
                + String.join("\n  ", restored.lost())
                + (restored.diagnosis().isEmpty()
                        ? ""
                        : "\nWhy, as far as labels and snapshot tell:\n  " + String.join("\n  ", restored.diagnosis()));
    }
}
