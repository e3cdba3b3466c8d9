package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.history.History;
import org.recipeharness.history.Remembered;
import org.recipeharness.report.model.DataCoverage;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.SweepResults;
import org.recipeharness.report.model.TestCount;
import org.recipeharness.settings.Setting;
import org.recipeharness.verdict.Judged;
import org.recipeharness.verdict.Verdict;

/** Lets JUnit's launcher run {@link SweepTestCases} a second time, with nothing or one thing changed. */
class UnchangedConditionTest {

    private final Path folder;

    UnchangedConditionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aGreenRecipeThatHasNotChangedIsLeftOutAndListedAsThat() {
        remembering().launched(SweepTestCases.Green.class);
        FixtureRun second = changedOnly();

        LaunchedRun run = second.launched(SweepTestCases.Green.class);

        assertThat(run.recipe("sample").get("outcome").asText()).isEqualTo("not run");
        assertThat(run.recipe("sample").at("/tests/skipped/0/reason").asText())
                .startsWith("unchanged since ")
                .endsWith("(run 1): passed");
        assertThat(run.recipe("sample").at("/tests/missing")).isEmpty();
        assertThat(run.recipe("sample").at("/tiers/0/reason").asText()).startsWith("unchanged since ");
        assertThat(run.recipe("sample").at("/past/recalled/run").asLong()).isEqualTo(1);
        assertThat(run.console()).contains("NOT RUN").contains("unchanged since ");
        assertThat(run.refusal()).isEmpty();
        assertThat(second.itsSwarm().story()).noneMatch(step -> step.contains("deploy"));
    }

    @Test
    void theRunThatLeftItOutIsNoneOfIt() {
        remembering().launched(SweepTestCases.Green.class);
        changedOnly().launched(SweepTestCases.Green.class);

        assertThat(changedOnly()
                        .launched(SweepTestCases.Green.class)
                        .recipe("sample")
                        .at("/past/recalled/run")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void anotherImageUnderTheSameNameIsAChange() {
        remembering().launched(SweepTestCases.Green.class);

        assertRuns(changedOnly().on(RecordingSwarm::otherImages));
    }

    @Test
    void anotherSettingOrChoiceIsAChange() {
        remembering().launched(SweepTestCases.Green.class);

        assertRuns(changedOnly().with("harness.budget.at-once", "3x1s"));
        assertRuns(changedOnly().with(Setting.TIER, "install"));
    }

    @Test
    void withoutTheSettingAllIsRun() {
        remembering().launched(SweepTestCases.Green.class);

        assertRuns(remembering());
    }

    @Test
    void aRedWithoutAVerdictIsRunAgain() {
        remembering().launched(SweepTestCases.Red.class);

        LaunchedRun run = changedOnly().launched(SweepTestCases.Red.class);

        assertThat(run.recipe("other").at("/failures/0/test").asText()).isEqualTo("Custom.answers");
    }

    @Test
    void aRecipesDefectIsRedAtOnceAndNothingIsDeployed() {
        remembering().launched(SweepTestCases.Red.class);
        judge();
        FixtureRun second = changedOnly();

        LaunchedRun run = second.launched(SweepTestCases.Red.class);

        assertThat(run.recipe("other").get("outcome").asText()).isEqualTo("failed");
        assertThat(run.recipe("other").at("/failures")).hasSize(1);
        assertThat(run.recipe("other").at("/failures/0/cause").asText())
                .startsWith("red as on ")
                .contains("(run 2), nothing has changed: recipe defect: it answered: ");
        assertThat(run.recipe("other").at("/past/recalled/run").asLong()).isEqualTo(2);
        assertThat(second.itsSwarm().story()).noneMatch(step -> step.contains("deploy"));
    }

    /** Adds a run like the newest one, in which somebody has said whose the fault is. */
    private void judge() {
        var history = new History(file());
        Remembered red = history.of("other", SweepTestCases.Red.class.getName(), Map.of())
                .newest()
                .orElseThrow();
        var verdict = new Verdict(Verdict.Kind.RECIPE_DEFECT, "it is red each time", List.of(), OptionalDouble.empty());
        var result = new RecipeResult(
                "other",
                SweepTestCases.Red.class.getName(),
                red.head(),
                red.tiers(),
                red.reds(),
                new TestCount(5, 5, List.of(), List.of()),
                red.took(),
                "mvn test",
                Optional.empty(),
                Optional.empty(),
                DataCoverage.NONE,
                Optional.empty(),
                Optional.of(new Judged(List.of(), verdict)),
                Optional.empty(),
                List.of());
        history.record(
                new SweepResults(Instant.EPOCH, Instant.EPOCH, true, List.of(), Map.of(), List.of(result), List.of()),
                recipe -> red.identity());
    }

    private static void assertRuns(FixtureRun run) {
        assertThat(run.launched(SweepTestCases.Green.class)
                        .recipe("sample")
                        .get("outcome")
                        .asText())
                .isEqualTo("passed");
    }

    private FixtureRun remembering() {
        return FixtureRun.in(folder).with(Setting.HISTORY, file().toString());
    }

    private FixtureRun changedOnly() {
        return remembering().with(Setting.CHANGED_ONLY, "yes");
    }

    private Path file() {
        return folder.resolve("history.db");
    }
}
