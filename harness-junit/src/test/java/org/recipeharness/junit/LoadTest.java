package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.readiness.NotReadyException;
import org.recipeharness.settings.Setting;

/** What the load experiment does to a run, and where it is told. */
class LoadTest {

    private static final String THROTTLED = "throttle container-of-app to 0.1";
    private static final String CHECK = "Install.becomesReady";

    private final Path folder;

    LoadTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void isPutOnTheAppOnceItHasConvergedAndTakenAwayBeforeItGoes() {
        List<String> story = under("cpu:10%").of(SweepTestCases.Green.class).story();

        assertThat(story)
                .containsSubsequence(
                        "deploy " + FixtureRun.STACK,
                        THROTTLED,
                        "throttle container-of-app to 0.0",
                        "remove " + FixtureRun.STACK);
    }

    @Test
    void forARecipeThatIsNotInTheRunItIsRefused() {
        LaunchedRun run = under("sampel/cpu:10%").launched(SweepTestCases.Green.class);

        assertThat(run.refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal)
                        .hasMessage("Putting a load (harness.load) on the recipe 'sampel': found no such recipe in this"
                                + " run, so nothing was under load; expected one of sample"));
        assertThat(under("sample/cpu:10%").launched(SweepTestCases.Green.class).refusal())
                .isEmpty();
    }

    @Test
    void isToldInTheResultsWithTheBudgets() {
        LaunchedRun run = under("sample/cpu:10%").launched(SweepTestCases.Green.class, SweepTestCases.Red.class);

        JsonNode sample = run.recipe("sample");
        assertThat(sample.get("load").asText()).isEqualTo("cpu:10%");
        assertThat(sample.at("/remarks/0").asText())
                .startsWith("at-once used 0")
                .contains(" under cpu:10%: 1x")
                .endsWith(" would hold it with twice the room");
        assertThat(sample.get("command").asText()).contains("-Dharness.load=");
        assertThat(run.recipe("other").get("load").isNull()).isTrue();
        assertThat(run.text("index.html")).contains("cpu:10%, put on it by the experiment");
    }

    @Test
    void ofAnotherRecipeIsNotPutOnThisOne() {
        assertThat(under("mumble/cpu:10%").of(SweepTestCases.Green.class).story())
                .noneMatch(event -> event.startsWith("throttle"));
    }

    @Test
    void isToldWithARedThatCameUnderIt() throws IOException {
        Outcome outcome = under("pause:600s").of(NeverReady.class);

        assertThat(outcome.failure(CHECK))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("\nIt was under load: pause:600s (harness.load)");
        assertThat(page()).contains("pause:600s").contains("put on it by the load experiment");
        assertThat(outcome.story())
                .containsSubsequence(
                        "pause container-of-app", "go on container-of-app", "remove " + FixtureRun.STACK, "close");
    }

    @Test
    void leavesNoKeptAppPaused() {
        Outcome outcome = under("pause:600s").with(Setting.KEEP, "on-failure").of(NeverReady.class);

        assertThat(outcome.story())
                .containsSubsequence("pause container-of-app", "go on container-of-app", "close")
                .doesNotContain("remove " + FixtureRun.STACK);
    }

    @Test
    void thatCannotBePutOnTheAppSaysNothingOfIt() {
        Outcome outcome = under("cpu:10%")
                .on(swarm -> swarm.refuseLoads("this kernel has no such group"))
                .of(SweepTestCases.Green.class);

        assertThat(outcome.failure(CHECK))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageStartingWith("Unverified: Putting the load cpu:10% (harness.load) on sample")
                .hasMessageContaining("this kernel has no such group");
    }

    @Test
    void isNeverPromotedUnder() {
        Outcome outcome = under("cpu:10%").of(PromoteTierTest.Green.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.story()).noneMatch(event -> event.startsWith("deploy warm-"));
        assertThat(folder.resolve("canonicals/routed/canonical.json")).doesNotExist();
    }

    /** The only page of a red test. */
    private String page() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("reports"))) {
            return Files.readString(files.filter(file -> file.toString().endsWith(".html"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private FixtureRun under(String load) {
        return FixtureRun.in(folder).with(Setting.LOAD, load);
    }

    @RecipeDeployment(value = "sample", ready = @Ready(by = NeverAnswers.class, budget = "1x100ms"))
    static class NeverReady {
        @Nested
        class Install extends InstallTier {}
    }
}
