package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.app.DeployFailedException;

class KeepTest {

    private static final String REMOVE = "remove " + FixtureRun.STACK;

    private final Path folder;

    KeepTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"never", "on-failure"})
    void aGreenRunIsRemovedUnlessItIsToBeKeptAlways(String keep) {
        Outcome outcome = FixtureRun.in(folder).with("harness.keep", keep).of(TwoTiersTestCases.class);

        assertThat(outcome.story()).endsWith(Outcome.REMOVAL);
    }

    @Test
    void aGreenRunThatIsToBeKeptAlwaysStaysWithItsCheckout() {
        Outcome outcome = FixtureRun.in(folder).with("harness.keep", "always").of(TwoTiersTestCases.class);

        assertThat(outcome.story()).doesNotContain(REMOVE).endsWith("close");
        assertThat(folder.resolve("work")).isDirectoryRecursivelyContaining("glob:**/checkout/compose.yml");
    }

    @Test
    void aRedRunIsRemovedUnlessItIsToBeKept() {
        Outcome outcome = FixtureRun.in(folder).of(FailingTestCases.InTestMethod.class);

        assertThat(outcome.failures()).containsOnlyKeys("InTestMethod.breaks");
        assertThat(outcome.story()).endsWith(Outcome.REMOVAL);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                TwoTiersTestCases.class,
                TypedParametersTestCases.InConstructor.class,
                TypedParametersTestCases.InConstructorOfAllTests.class
            })
    void anInstallThatFailedKeepsWhatItHasDeployed(Class<?> fixture) {
        Outcome outcome = FixtureRun.in(folder)
                .with("harness.keep", "on-failure")
                .on(swarm -> swarm.crashLoop("app"))
                .of(fixture);

        assertThat(outcome.failures().values()).first().isInstanceOf(DeployFailedException.class);
        assertThat(outcome.attached()).hasSize(7);
        assertThat(outcome.story()).contains("deploy " + FixtureRun.STACK).doesNotContain(REMOVE);
    }

    @Test
    void anAbortedTestIsNoFailure() {
        Outcome outcome =
                FixtureRun.in(folder).with("harness.keep", "on-failure").of(AbortedTestCases.class);

        outcome.results()
                .testEvents()
                .assertStatistics(tests -> tests.aborted(1).failed(0));
        assertThat(outcome.attached()).isEmpty();
        assertThat(outcome.story()).contains(REMOVE);
    }
}
