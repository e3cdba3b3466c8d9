package org.recipeharness.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    /** In order; each pair of them is compared, so that the order is seen to be a total one. */
    private static final List<String> ORDERED = List.of(
            "",
            "-1",
            ".",
            "01",
            "1",
            "1-0",
            "1-10",
            "1.2",
            "1.10",
            "1a",
            "2",
            "10",
            "99999999999999999999",
            "a",
            "a1",
            "a1b2",
            "a1b10",
            "a01c",
            "a2",
            "b",
            "v1.6.9",
            "v1.6.10");

    @Test
    void isTheSameWhicheverPairIsCompared() {
        for (int i = 0; i < ORDERED.size(); i++) {
            for (int j = 0; j < ORDERED.size(); j++) {
                assertThat(Integer.signum(NaturalOrder.INSTANCE.compare(ORDERED.get(i), ORDERED.get(j))))
                        .as("'%s' compared to '%s'", ORDERED.get(i), ORDERED.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }
}
