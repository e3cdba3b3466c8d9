package org.recipeharness.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotReadyTest {

    private final FakeTime time = new FakeTime();
    private final Readiness readiness = new Readiness(time, time);

    @Test
    void namesBudgetUseAndLastReasonWhenTheBudgetIsUsedUp() {
        var probe = new ScriptedProbe(Look.notYet("starting"), Look.notYet("answered 502"));

        assertThatExceptionOfType(NotReadyException.class)
                .isThrownBy(() -> readiness.await(probe, Budget.parse("3x5s"), Liveness.UNWATCHED))
                .withMessage("Waiting for 'ping': not ready within its budget 3x5s (15 s). Last look: answered 502."
                        + " If it only needs longer: -Dharness.budget.ping=<attempts>x<interval>")
                .satisfies(e -> assertThat(e.use())
                        .isEqualTo(new BudgetUse(
                                "ping", Budget.parse("3x5s"), 3, Duration.ofSeconds(15), "answered 502")));
    }

    @Test
    void tellsABudgetOfLessThanASecondAsWhatItIs() {
        assertThatExceptionOfType(NotReadyException.class)
                .isThrownBy(() -> readiness.await(
                        new ScriptedProbe(Look.notYet("no")), Budget.parse("3x100ms"), Liveness.UNWATCHED))
                .withMessageContaining("within its budget 3x100ms (300 ms)")
                .satisfies(e -> assertThat(e.use()).hasToString("ping: 3 attempts in 0.3 s, of 3x100ms (300 ms): no"));
    }

    @Test
    void chainsTheCausesOfItsLastFiveLooks() {
        var probe = new ScriptedProbe(new FailingLooks()::next);

        assertThatExceptionOfType(NotReadyException.class)
                .isThrownBy(() -> readiness.await(probe, Budget.parse("7x1s"), Liveness.UNWATCHED))
                .satisfies(e -> {
                    assertThat(e).hasCauseInstanceOf(IOException.class).hasRootCauseMessage("refused 7");
                    assertThat(e.getSuppressed())
                            .extracting(Throwable::getMessage)
                            .containsExactly("refused 3", "refused 4", "refused 5", "refused 6");
                });
    }

    @Test
    void endsWithinASecondWhenTheThingDiesBetweenTwoLooks() {
        Liveness liveness = () -> time.elapsed().compareTo(Duration.ofMillis(6100)) >= 0
                ? Optional.of("Service 'app' crash-loops")
                : Optional.empty();

        assertThatExceptionOfType(NotReadyException.class)
                .isThrownBy(() ->
                        readiness.await(new ScriptedProbe(Look.notYet("refused")), Budget.parse("10x1m"), liveness))
                .withMessage("Service 'app' crash-loops\nIt was being waited for by 'ping'"
                        + " (ping: 1 attempt in 7.0 s, of 10x60s (600 s): refused)");
        assertThat(time.elapsed()).isBetween(Duration.ofMillis(6100), Duration.ofMillis(7100));
    }

    @Test
    void looksAtNothingThatIsDeadFromTheStart() {
        var probe = new ScriptedProbe(limit -> {
            throw new AssertionError("looked at a dead thing");
        });

        assertThatExceptionOfType(NotReadyException.class)
                .isThrownBy(() -> readiness.await(probe, Budget.parse("3x5s"), () -> Optional.of("gone")))
                .withMessageContaining("gone")
                .withMessageContaining("0 attempts in 0.0 s")
                .withMessageContaining("nothing yet");
    }

    @Test
    void callsAProbeBrokenThatThrowsInPlaceOfAReason() {
        var probe = new ScriptedProbe(limit -> {
            throw new IllegalArgumentException("no host");
        });

        assertThatIllegalStateException()
                .isThrownBy(() -> readiness.await(probe, Budget.parse("3x5s"), Liveness.UNWATCHED))
                .withMessageStartingWith("The probe 'ping' is broken")
                .withRootCauseInstanceOf(IllegalArgumentException.class);
        assertThat(time.pauses()).isEmpty();
    }

    private static final class FailingLooks {
        private int number;

        Look next(Duration limit) {
            number++;
            return Look.notYet("refused", new IOException("refused " + number));
        }
    }
}
