package org.recipeharness.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {

    @ParameterizedTest
    @CsvSource({
        "36x5s, 36, PT5S, PT5S",
        "' 36x5s ', 36, PT5S, PT5S",
        "1x100ms, 1, PT0.1S, PT0.1S",
        "10x2m, 10, PT2M, PT2M",
        "36x5s/2s, 36, PT5S, PT2S",
        "3x1m/500ms, 3, PT1M, PT0.5S"
    })
    void isReadAsItIsWritten(String text, int attempts, Duration interval, Duration limit) {
        assertThat(Budget.parse(text)).isEqualTo(new Budget(attempts, interval, limit));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "36", "36x", "x5s", "36x5", "36x5h", "-1x5s", "36 x 5s", "1.5x5s", "36x5s/", "9999999x1s"})
    void tellsWhatItExpectsInPlaceOfAnotherForm(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Budget.parse(text))
                .withMessageStartingWith("Reading a budget: found '" + text + "'")
                .withMessageContaining("such as 36x5s");
    }

    @ParameterizedTest
    @CsvSource({
        "0x5s, at least one attempt",
        "3x0s, longer than zero",
        "3x5s/0s, longer than zero",
        "3x5s/6s, no longer than"
    })
    void refusesWhatCanNeverBeWaitedFor(String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Budget.parse(text))
                .withMessageContaining(reason);
    }

    @Test
    void lastsAttemptsTimesInterval() {
        assertThat(Budget.parse("36x5s/1s").total()).isEqualTo(Duration.ofMinutes(3));
    }

    @ParameterizedTest
    @CsvSource({"36x5s, 36x5s", "36x5s/2s, 36x5s/2s", "3x1500ms, 3x1500ms", "2x1m/500ms, 2x60s/500ms", "4x5s/5s, 4x5s"})
    void isWrittenInTheFormItIsReadFrom(String read, String written) {
        assertThat(Budget.parse(read)).hasToString(written);
        assertThat(Budget.parse(written)).isEqualTo(Budget.parse(read));
    }
}
