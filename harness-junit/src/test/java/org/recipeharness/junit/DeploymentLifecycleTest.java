package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;

class DeploymentLifecycleTest {

    private static final List<Class<?>> OUTER = List.of(TwoTiersTestCases.class);

    private final Path folder;

    DeploymentLifecycleTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void deploysOnceForAllTiersInTheOrderOfALifeAndRemovesOnce() {
        Outcome outcome = FixtureRun.in(folder).of(TwoTiersTestCases.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.story())
                .startsWith(
                        "open",
                        "leftovers of " + FixtureRun.STACK,
                        "deploy " + FixtureRun.STACK,
                        "test Install.becomesReady",
                        "test Install.runsTheRenderedImages",
                        "test Install.runsTheCommitThatWasCheckedOut",
                        "test Install.reachesItsOwnServices",
                        "test Custom.answers",
                        "test Custom.keepsItsData")
                .endsWith(Outcome.REMOVAL)
                .hasSize(9 + Outcome.REMOVAL.length);
    }

    static Stream<DiscoverySelector> whatAnIdeStarts() {
        return Stream.of(
                selectNestedClass(OUTER, TwoTiersTestCases.Custom.class),
                selectClass(TwoTiersTestCases.Custom.class),
                selectNestedMethod(OUTER, TwoTiersTestCases.Custom.class, "answers"));
    }

    @ParameterizedTest
    @MethodSource("whatAnIdeStarts")
    void aPartOfTheClassStartedAloneDeploysFirstAndRemovesBehindIt(DiscoverySelector selected) {
        Outcome outcome = FixtureRun.in(folder).of(selected);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.story())
                .containsSubsequence(
                        "deploy " + FixtureRun.STACK, "test Custom.answers", "remove " + FixtureRun.STACK, "close")
                .noneMatch(event -> event.startsWith("test Install"));
    }

    @Test
    void touchesNoSwarmWhenThereAreNoTests() {
        Outcome outcome = FixtureRun.in(folder).of(WithoutTestsTestCases.class);

        assertThat(outcome.story()).isEmpty();
    }

    @Test
    void deploysNothingForTestsThatAreDisabled() {
        Outcome outcome = FixtureRun.in(folder).of(DisabledTestCases.class);

        outcome.results()
                .testEvents()
                .assertStatistics(tests -> tests.skipped(1).started(0));
        assertThat(outcome.story()).containsExactly("open", "close");
    }

    @Test
    void removesTheFolderOfTheRun() {
        FixtureRun.in(folder).of(TwoTiersTestCases.class);

        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @RecipeDeployment("sample")
    static class WithoutTestsTestCases {

        @Nested
        class Custom extends CustomTier {}
    }

    @RecipeDeployment("sample")
    static class DisabledTestCases {

        @Test
        @Disabled("to see that nothing is deployed for it")
        void isDisabled() {}
    }
}
