package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.recipeharness.deployment.Findings;
import org.recipeharness.deployment.Tier;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.upgrade.Upgraded;

/**
 * The upgrade tier: the recipe deploys over an older release in place, and the data that was there is still there. To be extended by
 * a nested class; its own tests see the app after the last upgrade.
 *
 * <p>The base is the newest older release that can be deployed, or what {@code -Dfrom=} names: one or several releases, or
 * {@code all}. The checks that come with the tier run once for each.
 */
@OfTier(Tier.UPGRADE)
@TestMethodOrder(OrderAnnotation.class)
public abstract class UpgradeTier {

    @TestTemplate
    @ExtendWith(BaseInvocations.class)
    @Order(1)
    void comesToTheHead(Upgraded upgraded, Findings findings, TestReporter reporter) {
        findings.all().forEach(finding -> reporter.publishEntry("found in the recipe's files", finding.toString()));
        reporter.publishEntry("from", upgraded.from().toString());
        upgraded.passedOver().forEach(reason -> reporter.publishEntry("passed over", reason));
        upgraded.orphans().forEach(orphan -> reporter.publishEntry("left running, as the head has it no more", orphan));
        ReadinessEvidence.require(upgraded.head(), reporter);
        assertThat(upgraded.from().commit() + upgraded.from().dirty())
                .as("the commit that %s was upgraded from", upgraded.head().app())
                .isNotEqualTo(upgraded.to().commit() + upgraded.to().dirty());
        assertThat(upgraded.head().app().services())
                .filteredOn(service -> !upgraded.orphans().contains(service.shortName()))
                .isNotEmpty()
                .allSatisfy(service -> assertThat(service.labels())
                        .as("the labels of service %s after the upgrade", service.shortName())
                        .containsEntry(
                                RunLabels.COMMIT,
                                upgraded.head().app().stack().labels().commit()));
    }

    @TestTemplate
    @ExtendWith(BaseInvocations.class)
    @Order(2)
    void keepsTheDataThatWasThereBefore(Upgraded upgraded, TestReporter reporter) {
        SeedEvidence.require(upgraded.seeded(), upgraded.lost(), upgraded.from(), upgraded.to(), reporter);
    }
}
