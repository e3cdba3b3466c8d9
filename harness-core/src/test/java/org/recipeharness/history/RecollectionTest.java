package org.recipeharness.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.report.model.BudgetProposal;
import org.recipeharness.report.model.Change;
import org.recipeharness.report.model.Past;
import org.recipeharness.report.model.PastOutcome;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.TierOutcome;
import org.recipeharness.report.model.TierResult;

class RecollectionTest {

    private final History history;

    RecollectionTest(@TempDir Path folder) {
        this.history = new History(folder.resolve("history.db"));
    }

    @Test
    void aRecipeThatNobodyKnowsIsFirstSeen() {
        assertThat(changes(Runs.green(10))).containsExactly("first seen: nothing is known of before");
    }

    @Test
    void aRedBehindAGreenIsNewAndTheNextOneIsStillRed() {
        assertThat(changes(Runs.red("b"), Runs.green(10)))
                .containsExactly("newly red: it was passed in run 1 of 2026-01-01 22:00 UTC at 1.0.0+1.0");
        assertThat(changes(Runs.red("b"), Runs.red("b"), Runs.red("b")))
                .containsExactly("still red: since run 2 of 2026-01-01 22:00 UTC");
        assertThat(changes(Runs.red("b"))).singleElement().asString().startsWith("still red: since run 2 ");
    }

    @Test
    void aRedAtTheCommitThatWasGreenSaysSo() {
        assertThat(changes(Runs.red("a"), Runs.green(10)))
                .singleElement()
                .asString()
                .endsWith(", the same commit");
    }

    @Test
    void aGreenBehindRedsIsGreenAgain() {
        assertThat(changes(Runs.green(10), Runs.green(10), Runs.red("b"), Runs.red("b")))
                .containsExactly("green again: it was failed since run 2 of 2026-01-02 22:00 UTC");
    }

    @Test
    void nothingHasChangedBetweenTwoGreens() {
        assertThat(changes(Runs.green(10), Runs.green(10))).isEmpty();
    }

    @Test
    void whatHasNotRunHasNotChanged() {
        assertThat(changes(Runs.notRun(), Runs.green(10))).isEmpty();
    }

    @Test
    void aTierIsSlowerThatTakesHalfAsLongAgainAndFiveSecondsMore() {
        RecipeResult[] usual = {Runs.green(10), Runs.green(12), Runs.green(11)};

        assertThat(changes(Runs.green(17), usual)).containsExactly("slower: install took 17.0 s, usually 11.0 s");
        assertThat(past(Runs.green(16)).changes())
                .as("five seconds are no more than five")
                .isEmpty();
    }

    @Test
    void whatIsLongButNotHalfAsLongAgainIsNotSlower() {
        assertThat(changes(Runs.green(140), Runs.green(100), Runs.green(100), Runs.green(100)))
                .isEmpty();
    }

    @Test
    void ofTwoRunsNobodyKnowsWhatIsUsual() {
        assertThat(changes(Runs.green(100), Runs.green(10), Runs.green(10))).isEmpty();
    }

    @Test
    void aBudgetIsNearlyUsedFromFourFifthsOn() {
        assertThat(changes(waiting(Duration.ofSeconds(144)), Runs.green(10)))
                .containsExactly("budget nearly used: install: tcp 80 % (144.0 s of 180.0 s)");
        assertThat(past(waiting(Duration.ofMillis(143_900))).changes()).isEmpty();
    }

    @Test
    void aBudgetIsProposedFromFiveWaitsOnWithTwiceTheLongest() {
        RecipeResult[] four = Stream.of(1, 2, 11, 3)
                .map(seconds -> waiting(Duration.ofSeconds(seconds)))
                .toArray(RecipeResult[]::new);
        Runs.remembered(history, four[0], four[1], four[2]);

        assertThat(past(four[3]).proposals()).as("of four").isEmpty();
        Runs.remembered(history, four[3]);
        assertThat(past(waiting(Duration.ofSeconds(2))).proposals())
                .containsExactly(
                        new BudgetProposal("install", "tcp", 36, 5, Duration.ofSeconds(5), Duration.ofSeconds(11), 5))
                .singleElement()
                .extracting(BudgetProposal::budget)
                .isEqualTo("5x5s");
    }

    @Test
    void theLastThirtyOutcomesAreToldTheOldestFirst() {
        for (int day = 0; day < 32; day++) {
            history.record(Runs.sweep(day, Runs.green(10)), result -> Optional.empty());
        }

        assertThat(past(Runs.green(10)).outcomes())
                .extracting(PastOutcome::run)
                .hasSize(30)
                .startsWith(3L)
                .endsWith(32L);
    }

    private List<String> changes(RecipeResult now, RecipeResult... before) {
        Runs.remembered(history, before);
        return past(now).changes().stream().map(RecollectionTest::told).toList();
    }

    private Past past(RecipeResult now) {
        return Runs.remembered(history).past(now);
    }

    private static String told(Change change) {
        return change.kind().word() + ": " + change.text();
    }

    private static RecipeResult waiting(Duration elapsed) {
        return Runs.result(
                "a",
                List.of(new TierResult(
                        "install",
                        TierOutcome.PASSED,
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofSeconds(10),
                        List.of(Runs.used(elapsed)))),
                List.of(),
                Optional.empty());
    }
}
