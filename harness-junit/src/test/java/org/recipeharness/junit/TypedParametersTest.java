package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.app.DeployFailedException;
import org.recipeharness.deployment.UnverifiedException;

class TypedParametersTest {

    private final Path folder;

    TypedParametersTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                TypedParametersTestCases.InTests.class,
                TypedParametersTestCases.OfADeclaredMainService.class,
                TypedParametersTestCases.OfTheFirstMainServiceThatIsThere.class,
                TypedParametersTestCases.InConstructor.class,
                TypedParametersTestCases.InConstructorOfAllTests.class
            })
    void areGivenWhereTheyAreAskedFor(Class<?> fixture) {
        Outcome outcome = FixtureRun.in(folder).of(fixture);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.story()).anyMatch(event -> event.startsWith("test "));
    }

    @Test
    void areGivenToLifecycleMethodsWhichDeployWhenTheyComeFirst() {
        Outcome outcome = FixtureRun.in(folder).of(TypedParametersTestCases.InLifecycleMethods.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.story())
                .containsSubsequence(
                        "deploy " + FixtureRun.STACK,
                        "before all of " + FixtureRun.DOMAIN,
                        "before each of " + FixtureRun.DOMAIN,
                        "test InLifecycleMethods.runs",
                        "after each in container-of-app",
                        "after all of " + FixtureRun.DOMAIN,
                        "remove " + FixtureRun.STACK)
                .containsOnlyOnce("deploy " + FixtureRun.STACK);
    }

    @Test
    void anUnknownServiceIsToldWithTheKnownOnes() {
        Outcome outcome = FixtureRun.in(folder).of(TypedParametersTestCases.OfAnUnknownService.class);

        assertThat(outcome.failures()).containsOnlyKeys("OfAnUnknownService");
        assertThat(outcome.failure("OfAnUnknownService"))
                .hasMessageEndingWith("@InService(\"redis\") of OfAnUnknownService.asksForOne: the recipe sample has no"
                        + " service 'redis'. Its services: app, db");
        assertThat(outcome.story()).containsExactly("open", "close");
    }

    @Test
    void anInstallThatFailsForAConstructorIsToldAsForATest() {
        Outcome outcome = FixtureRun.in(folder)
                .on(swarm -> swarm.crashLoop("app"))
                .of(TypedParametersTestCases.InConstructor.class);

        assertThat(outcome.failures().values())
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(DeployFailedException.class),
                        second -> assertThat(second).isInstanceOf(UnverifiedException.class));
        assertThat(outcome.attached()).hasSize(7);
    }
}
