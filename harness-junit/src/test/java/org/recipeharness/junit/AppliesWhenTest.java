package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.TestAbortedException;
import org.recipeharness.checkout.CheckoutException;
import org.recipeharness.settings.Setting;

class AppliesWhenTest {

    private final Path folder;

    AppliesWhenTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void runsATestOnAHeadThatContainsTheChangeWithTheParametersOfItsTier() {
        Outcome outcome = FixtureRun.in(folder).of(AppliesWhenTestCases.OneOfItsMethods.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.results().testEvents().aborted().list()).isEmpty();
        assertThat(outcome.story()).contains("own test, from 1.1.0+1.0.0");
    }

    @Test
    void reportsATestAsNotApplicableToAnyOtherHeadWithTheReason() {
        Outcome outcome =
                FixtureRun.in(folder).with(Setting.REF, "1.1.0+1.0.0").of(AppliesWhenTestCases.OneOfItsMethods.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.results().testEvents().succeeded().count()).isEqualTo(2);
        assertThat(reasons(outcome))
                .singleElement()
                .satisfies(
                        reason -> assertThat(reason)
                                .matches(
                                        "Not applicable: it asserts what 2\\.0\\.0\\+1\\.0\\.0 changes, and aged at 1\\.1\\.0\\+1\\.0\\.0"
                                                + " \\([0-9a-f]{8}\\) does not contain 2\\.0\\.0\\+1\\.0\\.0 \\([0-9a-f]{8}\\)"));
        assertThat(outcome.story()).noneMatch(event -> event.startsWith("own test"));
    }

    @Test
    void deploysNothingWhereNoTestOfTheClassApplies() {
        Outcome outcome = FixtureRun.in(folder).with(Setting.REF, "1.0.0+1.0.0").of(AppliesWhenTestCases.AllOfIt.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(reasons(outcome))
                .hasSize(5)
                .allSatisfy(reason -> assertThat(reason).contains("does not contain"));
        assertThat(outcome.story()).containsExactly("open", "close");
    }

    @Test
    void asksForTheChangeOfTheClassAndForThatOfTheMethod() {
        Outcome outcome = FixtureRun.in(folder).with(Setting.REF, "1.1.0+1.0.0").of(AppliesWhenTestCases.AllOfIt.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.results().testEvents().succeeded().count()).isEqualTo(3);
        assertThat(reasons(outcome))
                .filteredOn(reason -> !reason.contains("shared network"))
                .singleElement()
                .asString()
                .contains("it asserts what 2.0.0+1.0.0 changes");
        assertThat(outcome.story()).noneMatch(event -> event.startsWith("own "));
    }

    @Test
    void isRedWhereTheChangeIsNowhere() {
        Outcome outcome = FixtureRun.in(folder).of(AppliesWhenTestCases.Stale.class);

        assertThat(outcome.failures()).containsOnlyKeys("Custom.scoped");
        assertThat(outcome.failure("Custom.scoped"))
                .isInstanceOf(CheckoutException.class)
                .hasMessageContaining("The nearest: 2.0.0+1.0.0")
                .hasMessageContaining("So the assertion is stale");
        assertThat(outcome.story()).doesNotContain("own test");
    }

    private static List<String> reasons(Outcome outcome) {
        return outcome.results().testEvents().aborted().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .map(reason -> {
                    assertThat(reason).isInstanceOf(TestAbortedException.class);
                    return String.valueOf(reason.getMessage());
                })
                .toList();
    }
}
