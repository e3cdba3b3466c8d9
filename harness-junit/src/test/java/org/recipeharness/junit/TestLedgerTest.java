package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class TestLedgerTest {

    private final List<PlannedTest> plan = plan();
    private final TestLedger ledger = new TestLedger();

    @Test
    void aTestOfWhichNothingWasHeardIsToComeHoweverManyContainersHaveFailed() {
        PlannedTest install = container("Install");
        PlannedTest custom = container("Custom");
        install.methods().forEach(ledger::expects);
        custom.methods().forEach(ledger::expects);

        // With its tests, which are expected, goes the class itself, which is not.
        ledger.accounts(install);

        assertThat(custom.methods()).hasSize(1);
        assertThat(ledger.isToCome()).isTrue();
    }

    @Test
    void nothingIsToComeWhenSomethingWasHeardOfEachTest() {
        PlannedTest install = container("Install");
        install.methods().forEach(ledger::expects);

        install.methods().forEach(ledger::accounts);

        assertThat(ledger.isToCome()).isFalse();
    }

    private PlannedTest container(String simpleName) {
        return plan.stream()
                .filter(each -> each.testClass()
                        .filter(testClass -> testClass.getSimpleName().equals(simpleName))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static List<PlannedTest> plan() {
        TestPlan plan = SystemSettings.during(
                Map.of(),
                () -> LauncherFactory.create(LauncherConfig.builder()
                                .enablePostDiscoveryFilterAutoRegistration(false)
                                .enableLauncherSessionListenerAutoRegistration(false)
                                .build())
                        .discover(LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(SelectableTestCases.Alpha.class))
                                .build()));
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .map(each -> new PlannedTest(plan, each))
                .toList();
    }
}
