package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.settings.Setting;

/** Lets JUnit's launcher run {@link RerunTestCases}, with red ones again in processes of their own. */
@Timeout(120)
class RerunTestsTest {

    private static final String ATTEMPT = "sample, alone, attempt ";

    private final Path folder;

    RerunTestsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aRecipeThatIsRedEachTimeIsRunUntilTheErrorIsReached() throws IOException {
        LaunchedRun run = fixture()
                .with(Setting.RERUNS, "1")
                .with(Setting.ERROR, "20%")
                .launched(RerunTestCases.Reruns.class, RerunTestCases.RedAlways.class, RerunTestCases.Green.class);

        assertThat(ended(run))
                .containsExactly(
                        "other, alone, attempt 1 - FAILED",
                        "other, alone, attempt 2 - FAILED",
                        "other: stale overlay - SUCCESSFUL");
        Path first = run.report().resolve("reruns/other-RerunTestCases-RedAlways/1");
        assertThat(run.heard().failures())
                .anySatisfy(failure -> assertThat(failure)
                        .hasMessageStartingWith("other, alone, attempt 1: Custom.answers: it answered: ")
                        .hasMessageEndingWith("Its page: " + first.resolve("index.html")));
        assertThat(first.resolve("index.html")).isRegularFile();
        assertThat(first.resolve("red-tests")).isNotEmptyDirectory();
        assertThat(run.console()).contains("other  stale overlay: ");
        assertThat(run.json().get("recipes")).hasSize(2);
        assertThat(run.json().get("state").asText()).isEqualTo("complete");
        assertThat(run.console() + Files.readString(first.resolve("output.txt")))
                .doesNotContain(SweepTestCases.SECRET);
    }

    @Test
    void aRecipeThatIsGreenOnceIsNotRunOnWithoutNeed() {
        LaunchedRun run = fixture()
                .with(Setting.RERUNS, "2")
                .launched(RerunTestCases.RedByTurns.class, RerunTestCases.Reruns.class);

        assertThat(ended(run))
                .containsExactly(ATTEMPT + "1 - SUCCESSFUL", ATTEMPT + "2 - FAILED", "sample: flaky - SUCCESSFUL");
    }

    @Test
    void aRecipeThatIsGreenAloneIsRunMoreOften() {
        LaunchedRun run = fixture()
                .with(Setting.RERUNS, "1")
                .with(Setting.ERROR, "30%")
                .launched(RerunTestCases.GreenAlone.class, RerunTestCases.Reruns.class);

        assertThat(ended(run))
                .containsExactly(ATTEMPT + "1 - SUCCESSFUL", ATTEMPT + "2 - SUCCESSFUL", "sample: flaky - SUCCESSFUL");
    }

    @Test
    void aRecipeRunAloneMayHaveSettingsThatAreForOthersOfTheSweep() {
        LaunchedRun run = fixture()
                .with(Setting.RERUNS, "1")
                .with(Setting.ERROR, "50%")
                .with(Setting.FROM, "1.0.0+1.0.0")
                .with("harness.budget.at-once", "7x2s")
                .launched(
                        RerunTestCases.RedAlways.class,
                        UpgradeTestCases.Aged.Upgrade.class,
                        RerunTestCases.Reruns.class);

        assertThat(ended(run)).contains("other, alone, attempt 1 - FAILED", "other: stale overlay - SUCCESSFUL");
        assertThat(run.heard().failures())
                .anySatisfy(failure -> assertThat(failure)
                        .hasMessageStartingWith("other, alone, attempt 1: Custom.answers: it answered: "));
    }

    @Test
    void aRunWhoseSettingsNameNothingIsNotRepeated() {
        LaunchedRun run = fixture()
                .with(Setting.RERUNS, "1")
                .with("harness.budget.at-onse", "7x2s")
                .launched(SweepTestCases.Green.class, RerunTestCases.Reruns.class);

        assertThat(ended(run)).isEmpty();
        assertThat(run.heard().failures())
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure).hasMessageStartingWith("harness.budget.at-onse: "));
    }

    @Test
    void aProcessThatDiesIsARedAttempt() {
        LaunchedRun run = fixture()
                .with(Setting.RERUNS, "1")
                .with(Setting.ERROR, "50%")
                .launched(RerunTestCases.DiesAlone.class, RerunTestCases.Reruns.class);

        assertThat(ended(run)).startsWith(ATTEMPT + "1 - FAILED").endsWith("sample: unverified - SUCCESSFUL");
        assertThat(run.heard().failures())
                .anySatisfy(failure -> assertThat(failure).hasMessageContaining("it ended with exit code 9"));
    }

    @Test
    void withoutARedNothingIsRunAgain() {
        LaunchedRun run = fixture().launched(RerunTestCases.Reruns.class, RerunTestCases.Green.class);

        assertThat(run.heard().ended()).containsExactly("answers() - SUCCESSFUL", "no recipe is red - SUCCESSFUL");
    }

    @Test
    void aRunOfOneRecipeHasNoReruns() {
        LaunchedRun run = fixture()
                .with(Setting.RECIPE, "other")
                .launched(RerunTestCases.RedAlways.class, RerunTestCases.Reruns.class);
        assertThat(run.heard().ended()).containsExactly("answers() - FAILED");
    }

    @Test
    void aRunOfOneRecipeHasRerunsWhereTheyAreAskedFor() {
        LaunchedRun run = fixture()
                .with(Setting.RECIPE, "other")
                .with(Setting.RERUNS, "1")
                .with(Setting.ERROR, "50%")
                .launched(RerunTestCases.RedAlways.class, RerunTestCases.Reruns.class);
        assertThat(ended(run)).containsExactly("other, alone, attempt 1 - FAILED", "other: stale overlay - SUCCESSFUL");
    }

    @Test
    void behindTheDeadlineNoRecipeIsBegunAndNoneRunAgain() {
        LaunchedRun run = fixture()
                .with(Setting.DEADLINE, "1s")
                .launched(RerunTestCases.TakesLong.class, RerunTestCases.Green.class, RerunTestCases.Reruns.class);

        assertThat(run.recipe("sample").get("outcome").asText()).isEqualTo("unverified");
        assertThat(run.recipe("sample").at("/failures/0/cause").asText())
                .startsWith("Unverified: the run's deadline of 1 s (harness.deadline) has passed");
        assertThat(ended(run)).containsExactly("sample: unverified - SUCCESSFUL");
        assertThat(run.console())
                .contains("sample  unverified: the run's deadline of 1 s (harness.deadline) has passed, so it was"
                        + " run alone 0 times, expected at least 3");
    }

    @Test
    void whereTheClassIsNotTheLastThatIsSaid() {
        LaunchedRun run = fixture()
                .told("junit.jupiter.testclass.order.default", "")
                .launched(RerunTestCases.Reruns.class, RerunTestCases.Green.class);

        assertThat(run.heard().failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining("found sample still to come")
                        .hasMessageContaining(RerunsLast.class.getName()));
    }

    @Test
    void amongClassesSideBySideItIsTheLastByItself() {
        LaunchedRun run = fixture()
                .with(Setting.PARALLEL, "2")
                .told("junit.jupiter.testclass.order.default", "")
                .told("junit.jupiter.execution.parallel.enabled", "true")
                .told("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .launched(RerunTestCases.Reruns.class, RerunTestCases.Green.class, SweepTestCases.Plain.class);

        assertThat(run.heard().ended()).hasSize(3).last().isEqualTo("no recipe is red - SUCCESSFUL");
    }

    private FixtureRun fixture() {
        return FixtureRun.in(folder)
                .told("junit.jupiter.testclass.order.default", RerunsLast.class.getName())
                .with(RerunTestCases.ALONE, "true")
                .with(RerunTestCases.RUNS, folder.resolve("runs").toString());
    }

    /** The tests that are no recipe's. */
    private static List<String> ended(LaunchedRun run) {
        return run.heard().ended().stream()
                .filter(test -> !test.startsWith("answers()"))
                .toList();
    }
}
