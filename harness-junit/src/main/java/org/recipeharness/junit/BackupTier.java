package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.recipeharness.deployment.Tier;
import org.recipeharness.restore.Saved;

/**
 * The backup tier: the recipe's labels make a snapshot, and what was seeded before is in it. To be extended by a nested class.
 *
 * <p>A recipe whose deployed version offers no backup is reported as not applicable, with that reason.
 */
@OfTier(Tier.BACKUP)
@TestMethodOrder(OrderAnnotation.class)
public abstract class BackupTier {

    @Test
    @Order(1)
    void holdsWhatWasSeeded(Saved saved, TestReporter reporter) {
        saved.backup().hooks().forEach(run -> reporter.publishEntry("hook", run.toString()));
        saved.backup().contract().omitted().forEach(line -> reporter.publishEntry("not saved", line));
        saved.backup().contract().remarks().forEach(line -> reporter.publishEntry("remark", line));
        saved.unsaved().forEach(place -> reporter.publishEntry("not in the snapshot", place.toString()));
        saved.seeded().uncovered().forEach(line -> reporter.publishEntry("not covered", line));
        saved.proof().held().forEach(line -> reporter.publishEntry("in the snapshot", line));
        saved.proof().warnings().forEach(line -> reporter.publishEntry("warning", line));
        assertThat(saved.proof().held())
                .as("what was seeded and is in the snapshot %s", saved.backup().snapshot())
                .hasSameSizeAs(saved.seeded().seeds());
    }

    @Test
    @Order(2)
    void runsEachHookWithoutFailure(Saved saved) {
        assertThat(saved.backup().hooks())
                .as("the hooks of %s", saved.app().app())
                .allSatisfy(run -> assertThat(run.exit()).isZero());
    }
}
