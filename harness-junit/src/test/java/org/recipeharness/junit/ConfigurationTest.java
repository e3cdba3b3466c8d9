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
import org.recipeharness.settings.Setting;

/** What is wrong is told before anything starts: by the class, with what was found and what to do. */
class ConfigurationTest {

    private final Path folder;

    ConfigurationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<Arguments> whatCanBeWrongWithAnAnnotation() {
        return Stream.of(
                arguments(
                        MisconfiguredTestCases.BadBudget.class,
                        "Reading a budget: found 'soon', expected <attempts>x<interval>, such as 36x5s,"
                                + " or with a limit for one attempt, such as 36x5s/2s"),
                arguments(
                        MisconfiguredTestCases.TwoWays.class,
                        "found a @Ready with 2 ways to look, expected exactly one of by, tcp, http and exec"),
                arguments(
                        MisconfiguredTestCases.NoWay.class,
                        "found a @Ready with 0 ways to look, expected exactly one of by, tcp, http and exec"),
                arguments(
                        MisconfiguredTestCases.PathWithoutSlash.class,
                        "found @Ready(http = \"ping\"), expected a path that begins with a slash"),
                arguments(
                        MisconfiguredTestCases.NoSuchPort.class,
                        "found @Ready(tcp = 70000), expected a port from 1 to 65535"),
                arguments(
                        MisconfiguredTestCases.ProbeThatNeedsAnArgument.class,
                        "found @Ready(by = NeedsAnArgument.class), of which no probe can be made,"
                                + " expected a class with a constructor without parameters"),
                arguments(
                        MisconfiguredTestCases.SettingWithoutEquals.class,
                        "found the setting 'SERVER_PASSWORD', expected NAME=value"),
                arguments(
                        MisconfiguredTestCases.MarkerOfNoService.class,
                        "found a @PostgresMarker without a service, expected a service's name within the stack"),
                arguments(
                        MisconfiguredTestCases.NoMainService.class,
                        "found the main services [], expected names of services within the stack, one at least"),
                arguments(
                        MisconfiguredTestCases.NotApplicableWithoutReason.class,
                        "found the tier 'upgrade' as not applicable without a reason, expected one,"
                                + " as it is what the report shows"),
                arguments(
                        MisconfiguredTestCases.NotEvenInstalled.class,
                        "found the tier 'install' as not applicable, which always applies"),
                arguments(
                        MisconfiguredTestCases.NotApplicableTwice.class,
                        "found two @NotApplicable of the tier 'drill', expected one reason"),
                arguments(
                        MisconfiguredTestCases.WrongName.class,
                        "Reading a recipe's name: found '../sample', expected lower-case letters, digits,"
                                + " '-', '_' and '.', such as mattermost-lts"),
                arguments(
                        MisconfiguredTestCases.Nameless.class,
                        "it names no recipe, so one must be chosen with -Drecipe=<name>"));
    }

    @ParameterizedTest
    @MethodSource("whatCanBeWrongWithAnAnnotation")
    void aWrongAnnotationIsToldByItsClassAndNothingStarts(Class<?> fixture, String problem) {
        Outcome outcome = FixtureRun.in(folder).of(fixture);

        assertThat(outcome.failures()).containsOnlyKeys(fixture.getSimpleName());
        assertThat(outcome.failure(fixture.getSimpleName()))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("@RecipeDeployment of " + fixture.getName() + ": " + problem);
        assertThat(outcome.story()).isEmpty();
    }

    @Test
    void anUnknownSettingIsToldWithTheKnownOnesAndNothingStarts() {
        Outcome outcome =
                FixtureRun.in(folder).with("harness.zoen", "example.test").of(MisconfiguredTestCases.Right.class);

        assertThat(outcome.failures()).containsOnlyKeys("Right");
        assertThat(outcome.failure("Right"))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageStartingWith(
                        "Reading the settings of the harness: 'harness.zoen' is not a setting. Known ones:")
                .hasMessageContaining("\n  harness.zone - the domain below which apps are deployed\n");
        assertThat(outcome.story()).isEmpty();
    }

    @Test
    void anUnknownTierIsToldWithTheKnownOnesAndNothingStarts() {
        Outcome outcome = FixtureRun.in(folder).with("tier", "instal").of(MisconfiguredTestCases.Right.class);

        assertThat(outcome.failures()).containsOnlyKeys("Right");
        assertThat(outcome.failure("Right"))
                .hasMessage(
                        "@RecipeDeployment of " + MisconfiguredTestCases.Right.class.getName()
                                + ": Reading a tier's name: found 'instal', expected one of look, install, upgrade, backup, restore, custom, drill, reattach, promote");
        assertThat(outcome.story()).isEmpty();
    }

    @Test
    void aClassThatNamesNoRecipeTakesTheChosenOne() {
        Outcome outcome = FixtureRun.in(folder).with("recipe", "other").of(MisconfiguredTestCases.Nameless.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.story()).contains("deploy " + FixtureRun.STACK, "test Nameless.runs");
    }

    @Test
    void aConfigurationParameterOfJUnitIsASettingAndWinsOverASystemProperty() {
        Outcome outcome =
                FixtureRun.in(folder).told(Setting.DOMAIN, "told.example.test").of(MisconfiguredTestCases.Right.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.story()).contains("deploy told_example_test");
    }
}
