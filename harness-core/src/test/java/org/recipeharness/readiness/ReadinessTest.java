package org.recipeharness.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private final FakeTime time = new FakeTime();
    private final Readiness readiness = new Readiness(time, time);

    @Test
    void endsWithTheFirstLookThatFindsTheThingReady() throws InterruptedException {
        var probe = new ScriptedProbe(Look.notYet("starting"), Look.notYet("migrating"), Look.ready("pong"));

        BudgetUse use = readiness.await(probe, Budget.parse("36x5s"), Liveness.UNWATCHED);

        assertThat(use)
                .isEqualTo(new BudgetUse("ping", Budget.parse("36x5s"), 3, Duration.ofSeconds(10), "pong"))
                .hasToString("ping: 3 attempts in 10.0 s, of 36x5s (180 s): pong");
    }

    @Test
    void takesNoTimeForAThingThatIsReadyAtOnce() throws InterruptedException {
        readiness.await(new ScriptedProbe(Look.ready("pong")), Budget.parse("36x5s"), Liveness.UNWATCHED);

        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void startsLooksOneIntervalApartHoweverLongEachTakes() throws InterruptedException {
        var starts = new ArrayList<Duration>();
        var probe = new ScriptedProbe(limit -> {
            starts.add(time.elapsed());
            time.pause(Duration.ofMillis(1700));
            return starts.size() == 3 ? Look.ready("pong") : Look.notYet("busy");
        });

        readiness.await(probe, Budget.parse("5x4s"), Liveness.UNWATCHED);

        assertThat(starts).containsExactly(Duration.ZERO, Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    @Test
    void tellsEachLookItsLimit() throws InterruptedException {
        var limits = new ArrayList<Duration>();
        var probe = new ScriptedProbe(limit -> {
            limits.add(limit);
            return Look.ready("pong");
        });

        readiness.await(probe, Budget.parse("5x4s/3s"), Liveness.UNWATCHED);

        assertThat(limits).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void losesOnlyOneAttemptToAProbeThatHangs() throws InterruptedException {
        var attempts = new AtomicInteger();
        var probe = new ScriptedProbe(limit -> {
            if (attempts.incrementAndGet() == 1) {
                new CountDownLatch(1).await();
            }
            return Look.ready("pong");
        });

        BudgetUse use = readiness.await(probe, Budget.parse("3x5s/10ms"), Liveness.UNWATCHED);

        assertThat(use.attempts()).isEqualTo(2);
    }

    @Test
    void asksForLifeBeforeEachLookAndEverySecondBetween() throws InterruptedException {
        var asked = new ArrayList<Duration>();
        Liveness liveness = () -> {
            asked.add(time.elapsed());
            return Liveness.UNWATCHED.death();
        };

        readiness.await(
                new ScriptedProbe(Look.notYet("starting"), Look.ready("pong")), Budget.parse("2x2500ms"), liveness);

        assertThat(asked)
                .containsSubsequence(
                        List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofMillis(2500)));
    }
}
