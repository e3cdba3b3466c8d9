package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.readiness.NotReadyException;
import org.recipeharness.recipes.gitea.GiteaRun;
import org.recipeharness.tier.Base;
import org.recipeharness.tier.RecipeRun;
import org.recipeharness.tier.Upgraded;

/** The fixes of the gitea recipe, as an upgrade from each release in place sees them: a fresh install takes all three for good. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class GiteaFixesTest {

    private static final String FIRST = "3.5.3+1.24.2-rootless";
    private static final String LATEST = "3.6.0+1.24.2-rootless";

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(strings = {FIRST, LATEST})
    void aConfigurationThatIsFilledAtEachStartIsGood(String from) throws Exception {
        try (RecipeRun run = GiteaRun.at("fix/seed-always")) {
            Upgraded upgraded = run.upgrade(new Base.Named(from));

            assertThat(upgraded.lost()).isEmpty();
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(strings = {FIRST, LATEST})
    void oneThatIsFilledOnceEndsInTheInstallWizard(String from) throws Exception {
        try (RecipeRun run = GiteaRun.at("fix/seed-once")) {
            run.install();

            assertThatExceptionOfType(NotReadyException.class)
                    .isThrownBy(() -> run.upgrade(new Base.Named(from)))
                    .withMessageContaining("/api/v1/version answered 404");
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(strings = {FIRST, LATEST})
    void anEntrypointUnderItsOldNameIsFoundBeforeItIsSent(String from) throws Exception {
        try (RecipeRun run = GiteaRun.at("fix/forgotten-bump")) {
            run.install();

            assertThatExceptionOfType(ComposeException.class)
                    .isThrownBy(() -> run.upgrade(new Base.Named(from)))
                    .withMessageContaining(
                            "the content of config 'entrypoint' (entrypoint.sh) has changed, but its name has not")
                    .withMessageContaining("Bump ENTRYPOINT_VERSION, which abra.sh exports");
        }
    }
}
