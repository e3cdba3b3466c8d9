package org.recipeharness.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.report.model.Head;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.TierOutcome;

class StandingTest {

    private static final Optional<String> A = Optional.of("a".repeat(40));
    private static final Optional<String> HASH = Optional.of("hash");

    private final History history;

    StandingTest(@TempDir Path folder) {
        this.history = new History(folder.resolve("history.db"));
    }

    @Test
    void aGreenHoldsWhereAllIsAsItWas() {
        assertThat(standing(Runs.green(1), A, HASH, StandingTest::same))
                .isInstanceOfSatisfying(Standing.Green.class, green -> {
                    assertThat(green.recalled().told())
                            .isEqualTo("unchanged since 2026-01-01 22:00 UTC (run 1): passed");
                    assertThat(green.recalled().run()).isEqualTo(1);
                });
    }

    @Test
    void aRecipesDefectHoldsWithItsCause() {
        assertThat(standing(Runs.red("a"), A, HASH, StandingTest::same))
                .isInstanceOfSatisfying(
                        Standing.Red.class,
                        red -> assertThat(red.recalled().told())
                                .isEqualTo("red as on 2026-01-01 22:00 UTC (run 1), nothing has changed: recipe defect:"
                                        + " no marker"));
    }

    @Test
    void aRedOfWhichNobodyKnowsWhoseItIsRunsAgain() {
        RecipeResult unjudged =
                Runs.result("a", Runs.red("a").tiers(), Runs.red("a").reds(), Optional.empty());

        assertOpen(
                standing(unjudged, A, HASH, StandingTest::same),
                "it was failed in run 1, which another run may change");
    }

    @Test
    void anythingThatHasChangedIsRun() {
        assertOpen(
                standing(Runs.green(1), Optional.of("b".repeat(40)), HASH, StandingTest::same), "its commit was aaaa");
        assertOpen(
                standing(Runs.green(1), A, Optional.of("another"), StandingTest::same), "the harness, the test class");
        assertOpen(
                standing(Runs.green(1), A, HASH, then -> Map.of("sample:1", "sha256:2")), "the image sample:1 is not");
        assertOpen(
                standing(Runs.green(1), A, HASH, then -> Map.of("sample:1", "missing")), "the image sample:1 is not");
    }

    @Test
    void whatCannotBeToldIsRun() {
        assertOpen(Standing.of(Optional.empty(), A, HASH, StandingTest::same), "no earlier run");
        assertOpen(standing(Runs.green(1), Optional.empty(), HASH, StandingTest::same), "no commit");
        assertOpen(standing(Runs.green(1), A, Optional.empty(), StandingTest::same), "the harness");
        history.record(Runs.sweep(1, Runs.green(1)), result -> Optional.empty());
        assertOpen(Standing.of(newest(), A, Optional.empty(), StandingTest::same), "the harness");
        history.record(
                Runs.sweep(1, Runs.green(1)), result -> Optional.of(new Identity("hash", Map.of("sample:1", ""))));
        assertOpen(Standing.of(newest(), A, HASH, then -> then), "the image");
    }

    @Test
    void anImageThatWasMissingAndStillIsHasNotChanged() {
        history.record(
                Runs.sweep(1, Runs.green(1)),
                result -> Optional.of(new Identity("hash", Map.of("sample:1", "missing"))));

        assertThat(Standing.of(newest(), A, HASH, then -> then)).isInstanceOf(Standing.Green.class);
        assertOpen(Standing.of(newest(), A, HASH, StandingTest::same), "the image sample:1 is not");
    }

    @Test
    void aDirtyOrIncompleteRunHoldsNothing() {
        Remembered run = Runs.remembered(history, Runs.green(1)).runs().get(0);
        var dirty = new Remembered(
                run.run(),
                run.started(),
                Optional.of(new Head("/tree", A.orElseThrow(), true)),
                TierOutcome.PASSED,
                run.took(),
                0,
                Optional.empty(),
                run.tiers(),
                run.reds(),
                run.identity());
        var incomplete = new Remembered(
                run.run(),
                run.started(),
                run.head(),
                TierOutcome.PASSED,
                run.took(),
                1,
                Optional.empty(),
                run.tiers(),
                run.reds(),
                run.identity());

        assertOpen(Standing.of(Optional.of(dirty), A, HASH, StandingTest::same), "no commit");
        assertOpen(Standing.of(Optional.of(incomplete), A, HASH, StandingTest::same), "was incomplete");
    }

    private Standing standing(
            RecipeResult before,
            Optional<String> commit,
            Optional<String> harness,
            UnaryOperator<Map<String, String>> images) {
        Runs.remembered(history, before);
        return Standing.of(newest(), commit, harness, images);
    }

    private Optional<Remembered> newest() {
        return history.of("sample", Runs.TEST_CLASS, Map.of()).newest();
    }

    private static Map<String, String> same(Map<String, String> then) {
        return Map.of("sample:1", "sha256:1");
    }

    private static void assertOpen(Standing standing, String why) {
        assertThat(standing)
                .isInstanceOfSatisfying(
                        Standing.Open.class, open -> assertThat(open.why()).contains(why));
    }
}
