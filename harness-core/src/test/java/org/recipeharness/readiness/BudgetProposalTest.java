package org.recipeharness.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetProposalTest {

    @ParameterizedTest
    @CsvSource({
        "36x5s, 75000, 30x5s",
        "36x5s, 75001, 31x5s",
        "36x5s, 0, 1x5s",
        "36x5s, 2500, 1x5s",
        "12x5s, 130000, 52x5s",
        "60x1s/500ms, 1500, 3x1s/500ms"
    })
    void holdsTwiceWhatWasSeen(String given, long millis, String proposed) {
        assertThat(new BudgetProposal(Budget.parse(given), List.of(Duration.ofMillis(millis))).budget())
                .hasToString(proposed);
    }

    @Test
    void isOfTheLongestWaitWhereThereAreFew() {
        assertThat(proposal(seconds(19)).expected()).isEqualTo(Duration.ofSeconds(19));
    }

    @Test
    void leavesOutTheLongestOfTwenty() {
        assertThat(proposal(seconds(20)).expected()).isEqualTo(Duration.ofSeconds(19));
        assertThat(proposal(Stream.concat(Stream.of(Duration.ofHours(1)), seconds(39)))
                        .expected())
                .isEqualTo(Duration.ofSeconds(38));
    }

    @Test
    void needsAnObservation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> proposal(Stream.of()))
                .withMessageContaining("36x5s");
    }

    private static BudgetProposal proposal(Stream<Duration> observed) {
        return new BudgetProposal(Budget.parse("36x5s"), observed.toList());
    }

    private static Stream<Duration> seconds(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Duration::ofSeconds);
    }
}
