package org.recipeharness.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recipeharness.verdict.Attempt;
import org.recipeharness.verdict.Verdict;

class ByRepetitionTest {

    /** What comes of the runs alone, one letter each: Red or Green, for ever. */
    @ParameterizedTest
    @CsvSource({
        "3, 0.05, RRRRR, 3, RECIPE_DEFECT, 0.037",
        "3, 0.05, GGGGG, 5, FLAKY, 0.031",
        "3, 0.01, RRRRR, 5, RECIPE_DEFECT, 0.004",
        "1, 0.5, RRRRR, 1, RECIPE_DEFECT, 0.333",
        "3, 0.05, RGRRR, 3, FLAKY, 0",
        "3, 0.05, GGRRR, 3, FLAKY, 0",
        "5, 0.5, RRRRR, 5, RECIPE_DEFECT, 0.004",
    })
    void endsWhenTheErrorIsReached(
            int least, double error, String outcomes, int times, Verdict.Kind kind, double wrong) {
        var judging = new ByRepetition(least, error);
        List<Attempt> attempts = new ArrayList<>(List.of(Reds.attempt(0, false)));

        while (judging.needsAnother(attempts)) {
            attempts.add(Reds.attempt(attempts.size(), outcomes.charAt(attempts.size() - 1) == 'G'));
        }

        Verdict verdict = judging.verdict(attempts);
        assertThat(attempts).hasSize(times + 1);
        assertThat(verdict.kind()).isEqualTo(kind);
        assertThat(verdict.wrong().orElseThrow()).isCloseTo(wrong, within(0.001));
        assertThat(verdict.evidence()).hasSize(times + 1).first().isEqualTo("in the sweep: Restore.brings: no table");
    }
}
