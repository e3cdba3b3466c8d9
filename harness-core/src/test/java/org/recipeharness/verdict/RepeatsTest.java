package org.recipeharness.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recipeharness.verdict.Attempts.attempt;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recipeharness.fault.Party;

class RepeatsTest {

    private static final Red RED = Attempts.red(Party.RECIPE, "Install.becomesReady", "crash loop");
    private static final Red OUTSIDE = Attempts.red(Party.EXTERNAL, "Install.becomesReady", "no registry");

    @ParameterizedTest(name = "least {0}, error {1}, alone {2}: another {3}")
    @CsvSource({
        "3, 0.05, '', true",
        "3, 0.05, rr, true",
        "3, 0.05, rrr, false",
        "3, 0.05, ggg, true",
        "3, 0.05, gggg, true",
        "3, 0.05, ggggg, false",
        "3, 0.05, rg, true",
        "3, 0.05, rgg, false",
        "3, 0.01, rrr, true",
        "3, 0.01, rrrrr, false",
        "3, 0.05, xxx, true",
        "3, 0.05, xxxxx, false",
        "1, 0.5, r, false",
        "5, 0.5, rrrr, true",
        "0, 0.05, '', false"
    })
    void endsWhenThereAreEnough(int least, double error, String alone, boolean another) {
        var attempts = new ArrayList<>(List.of(attempt(0, RED)));
        for (int i = 0; i < alone.length(); i++) {
            int number = attempts.size();
            attempts.add(
                    switch (alone.charAt(i)) {
                        case 'r' -> attempt(number, RED);
                        case 'x' -> attempt(number, OUTSIDE);
                        default -> attempt(number);
                    });
        }

        assertThat(new Repeats(least, error).isAnotherNeeded(attempts)).isEqualTo(another);
    }
}
