package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.settings.Setting;

/** A service that the head does not have is reported before anything is deployed. */
class HeadCheckTest {

    private static final String UNKNOWN = ": the recipe sample has no service 'database'. Its services: app, db";

    private final Path folder;

    HeadCheckTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<Arguments> placesThatNameAService() {
        return Stream.of(
                arguments(NamedServiceTestCases.InATest.class, "@InService(\"database\") of Custom.asks"),
                arguments(
                        NamedServiceTestCases.InAnInheritedMethod.class, "@InService(\"database\") of Custom.prepare"),
                arguments(NamedServiceTestCases.InAConstructor.class, "@InService(\"database\") of InAConstructor"),
                arguments(NamedServiceTestCases.InAMarker.class, "@PostgresMarker(service = \"database\")"),
                arguments(NamedServiceTestCases.InAProbe.class, "@Ready(service = \"database\")"));
    }

    @ParameterizedTest
    @MethodSource("placesThatNameAService")
    void aServiceThatTheRecipeDoesNotHaveFailsTheClassBeforeADeploy(Class<?> fixture, String place) {
        Outcome outcome = FixtureRun.in(folder).of(fixture);

        assertThat(outcome.failures()).containsOnlyKeys(fixture.getSimpleName());
        assertThat(outcome.failure(fixture.getSimpleName()))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("@RecipeDeployment of " + fixture.getName() + ": " + place + UNKNOWN);
        assertThat(outcome.story()).containsExactly("open", "close");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                NamedServiceTestCases.OfTheRecipe.class,
                NamedServiceTestCases.OfARenamedMainService.class,
                NamedServiceTestCases.OfTheUpgradedHead.class
            })
    void aServiceThatTheRecipeHasIsFound(Class<?> fixture) {
        Outcome outcome = FixtureRun.in(folder).of(fixture);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.story()).contains("deploy " + FixtureRun.STACK);
    }

    @Test
    void aTestThatDoesNotApplyOrMayBeSkippedCanNameAServiceThatTheHeadDoesNotHave() {
        Outcome outcome = FixtureRun.in(folder)
                .with(Setting.REF, "1.1.0+1.0.0")
                .of(NamedServiceTestCases.InTestsThatDoNotRun.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.results().testEvents().succeeded().count()).isEqualTo(1);
    }

    @Test
    void theSameTestIsWrongOnAHeadThatItAppliesTo() {
        Outcome outcome = FixtureRun.in(folder).of(NamedServiceTestCases.InTestsThatDoNotRun.class);

        assertThat(outcome.failure("InTestsThatDoNotRun"))
                .hasMessageContaining("the recipe aged has no service 'worker'. Its services: app");
    }

    @ParameterizedTest
    @ValueSource(strings = {"install", "custom"})
    void whatOnlyOtherTiersUseIsNotChecked(String tier) {
        Outcome outcome = FixtureRun.in(folder).with(Setting.TIER, tier).of(NamedServiceTestCases.InAMarker.class);

        assertThat(outcome.failures()).doesNotContainKey("InAMarker");
        assertThat(outcome.story()).contains("deploy " + FixtureRun.STACK);
    }

    @Test
    void aRecipeThatCannotBeHadIsReportedByItsFirstOperation() {
        Outcome outcome = FixtureRun.in(folder).with(Setting.REF, "9.9.9").of(NamedServiceTestCases.InATest.class);

        assertThat(outcome.failures()).doesNotContainKey("InATest").containsKey("Install.becomesReady");
    }
}
