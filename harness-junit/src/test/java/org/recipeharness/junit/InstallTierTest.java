package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.deployment.UnverifiedException;

class InstallTierTest {

    private final Path folder;

    InstallTierTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aRecipeWithoutAProbeIsNotProvedReady() {
        Outcome outcome = FixtureRun.in(folder).of(WithoutProbeTestCases.class);

        assertThat(outcome.failures()).containsOnlyKeys("Install.becomesReady");
        assertThat(outcome.failure("Install.becomesReady"))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageMatching("Unverified: all services of sample at 1\\.0\\.0\\+1\\.0\\.0 \\([0-9a-f]{8}\\) at "
                        + FixtureRun.DOMAIN
                        + " run, but nothing was asked whether the app works: it publishes no TCP port,"
                        + " and no probe is declared with @RecipeDeployment\\(ready = @Ready\\(\\.\\.\\.\\)\\)");
    }

    @Test
    void theUseOfABudgetIsReportedAndASettingOverridesIt() {
        Outcome outcome =
                FixtureRun.in(folder).with("harness.budget.at-once", "7x2s").of(TwoTiersTestCases.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.reported())
                .filteredOn(value -> value.startsWith("at-once: "))
                .singleElement()
                .asString()
                .matches("at-once: 1 attempts? in \\d+\\.\\d s, of 7x2s \\(14 s\\): it answered");
    }

    @RecipeDeployment("sample")
    static class WithoutProbeTestCases {

        @Nested
        class Install extends InstallTier {}
    }
}
