package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftTest {

    private final Path folder;

    DriftTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void isDeployedAndToldWithoutTheValues() {
        Outcome outcome = FixtureRun.in(folder).of(DriftTestCases.WithOverlay.class);
        assertThat(outcome.failure("WithOverlay.fails")).hasMessage("as it should not be");

        assertThat(outcome.attached())
                .hasEntrySatisfying(
                        "WithOverlay.fails: stack.yml",
                        stack -> assertThat(stack).contains("\"hostname\": board"))
                .hasEntrySatisfying(
                        "WithOverlay.fails: run.txt",
                        run -> assertThat(run)
                                .contains(
                                        "differs from the recipe: the variable SERVER_PASSWORD is set\n",
                                        "differs from the recipe: the compose file sample.overlay.yml is merged behind\n")
                                .doesNotContain("open-sesame"));
    }

    @Test
    void isRefusedWhereItsFileIsMissing() {
        Outcome outcome = FixtureRun.in(folder).of(DriftTestCases.WithoutTheOverlay.class);

        assertThat(outcome.failure("WithoutTheOverlay"))
                .hasMessageEndingWith(
                        "found the overlay 'nowhere.overlay.yml', expected a resource beside the test class"
                                + " of that name");
        assertThat(outcome.story()).isEmpty();
    }

    @Test
    void isRefusedWhereASettingHasNoValue() {
        Outcome outcome = FixtureRun.in(folder).of(DriftTestCases.BadUpgradeSetting.class);

        assertThat(outcome.failure("BadUpgradeSetting"))
                .hasMessageEndingWith("found the setting 'NO_VALUE', expected NAME=value");
    }
}
