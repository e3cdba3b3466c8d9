package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.recipeharness.settings.Setting;

class NotApplicableTest {

    private final Path folder;

    NotApplicableTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void reportsEachTestOfTheTierWithTheReasonAndLeavesTheInstalledAppToTheOthers() {
        Outcome outcome = FixtureRun.in(folder).of(NotApplicableTestCases.WithoutUpgrade.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.results().testEvents().aborted().stream()
                        .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getMessage()))
                .filteredOn(reason -> !reason.contains("shared network"))
                .hasSize(3)
                .containsOnly("Not applicable: moving tag");
        assertThat(outcome.story())
                .contains("own test of custom, on 2.0.0+1.0.0")
                .doesNotContain("own test of upgrade")
                .filteredOn(event -> event.startsWith("deploy"))
                .hasSize(1);
    }

    @Test
    void performsItAllTheSameFromAReleaseThatIsNamed() {
        Outcome outcome =
                FixtureRun.in(folder).with(Setting.FROM, "1.1.0+1.0.0").of(NotApplicableTestCases.WithoutUpgrade.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.story()).contains("own test of upgrade");
    }
}
