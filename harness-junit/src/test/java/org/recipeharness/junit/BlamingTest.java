package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.settings.Setting;

/** Lets JUnit's launcher run {@link BlameTestCases}, and reads whom the results blame. */
class BlamingTest {

    private final Path folder;

    BlamingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatARecipesOwnTestsMeetIsTheirsUnlessItTellsOtherwise() {
        assertThat(blames(FixtureRun.in(folder).launched(BlameTestCases.Own.class)))
                .containsOnly(
                        Map.entry("Custom.asserts", "overlay"),
                        Map.entry("Custom.assertsThatSomethingAnswers", "overlay, timed"),
                        Map.entry("Custom.assertsWithWordsOfTime", "overlay"),
                        Map.entry("Custom.losesItsConnection", "overlay, timed"),
                        Map.entry("Custom.readsNonsense", "overlay"),
                        Map.entry("Custom.takesTooLong", "overlay, timed"),
                        Map.entry("Custom.breaks", "overlay"),
                        Map.entry("Custom.breaksInALibrary", "overlay"),
                        Map.entry("Custom.breaksTheHarness", "harness"),
                        Map.entry("Custom.knowsNoHost", "external"),
                        Map.entry("Custom.owesEvidence", "untold"));
    }

    @Test
    void aBudgetThatIsUsedUpIsTheRecipesAndTimed() {
        assertThat(blames(FixtureRun.in(folder).launched(BlameTestCases.Late.class)))
                .containsEntry("Install.becomesReady", "recipe, timed")
                .containsEntry("Install.runsTheRenderedImages", "untold");
    }

    @Test
    void aCrashLoopIsTheRecipesAndHasNoClock() {
        assertThat(blames(FixtureRun.in(folder)
                        .on(swarm -> swarm.crashLoop("db"))
                        .launched(BlameTestCases.Generic.class)))
                .containsEntry("Install.becomesReady", "recipe");
    }

    @Test
    void aCheckThatIsInheritedFromATierIsGeneric() {
        assertThat(blames(FixtureRun.in(folder)
                        .with(Setting.NEIGHBOUR_IMAGE, "none")
                        .on(swarm -> NameCollisionTest.connectAStranger(swarm, "app"))
                        .launched(NameCollisionTest.Answering.class)))
                .isEqualTo(Map.of("Install.reachesItsOwnServices", "recipe"));
    }

    @Test
    void anAppThatDiesIsTheRecipes() {
        assertThat(blames(FixtureRun.in(folder).launched(BlameTestCases.LosesItsTask.class)))
                .containsEntry("LosesItsTask.passes", "recipe");
    }

    @Test
    void whatIsLeftBehindIsTheHarnesss() {
        assertThat(blames(FixtureRun.in(folder).launched(BlameTestCases.LeavesBehind.class)))
                .isEqualTo(Map.of("LeavesBehind", "harness"));
    }

    @Test
    void aCatalogueThatCannotBeReachedIsOutside() {
        assertThat(blames(FixtureRun.in(folder)
                                .with(
                                        Setting.CATALOGUE,
                                        URI.create("http://127.0.0.1:1/nobody").toString())
                                .launched(BlameTestCases.Generic.class))
                        .values())
                .contains("external");
    }

    @Test
    void aDomainThatIsTakenIsOutside() {
        assertThat(blames(FixtureRun.in(folder)
                        .on(swarm -> swarm.leaveBehind("volume", "somebodys_data"))
                        .launched(BlameTestCases.Generic.class)))
                .containsEntry("Install.becomesReady", "external");
    }

    @Test
    void theMachineIsMeasuredWhileARecipeRuns() {
        LaunchedRun run = FixtureRun.in(folder).launched(BlameTestCases.Generic.class);

        assertThat(run.recipe("sample").at("/measured/beside").asInt(-1)).isZero();
    }

    private static Map<String, String> blames(LaunchedRun run) {
        var told = new TreeMap<String, String>();
        for (JsonNode red : run.json().at("/recipes/0/failures")) {
            told.put(
                    red.get("test").asText(),
                    red.at("/blame/party").asText() + (red.at("/blame/timed").asBoolean() ? ", timed" : ""));
        }
        return told;
    }
}
