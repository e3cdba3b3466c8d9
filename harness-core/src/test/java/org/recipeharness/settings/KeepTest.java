package org.recipeharness.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeepTest {

    @ParameterizedTest
    @CsvSource({"NEVER, false, false", "ON_FAILURE, false, true", "ALWAYS, true, true"})
    void decidesByTheRunsOutcome(Keep keep, boolean afterGreen, boolean afterRed) {
        assertThat(keep.applies(false)).isEqualTo(afterGreen);
        assertThat(keep.applies(true)).isEqualTo(afterRed);
    }
}
