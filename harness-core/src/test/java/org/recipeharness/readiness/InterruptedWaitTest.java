package org.recipeharness.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InterruptedWaitTest {

    @Test
    void endsAWaitAndTheLookUnderWay() throws Exception {
        var looking = new CountDownLatch(1);
        var lookEnded = new CountDownLatch(1);
        var probe = new ScriptedProbe(limit -> {
            looking.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                lookEnded.countDown();
            }
            return Look.ready("never");
        });
        var outcome = new CompletableFuture<String>();
        var waiting = new Thread(() -> outcome.complete(outcomeOf(probe)));
        waiting.start();
        looking.await();

        waiting.interrupt();

        assertThat(outcome.get()).isEqualTo("InterruptedException, flag false");
        assertThat(lookEnded.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static String outcomeOf(Probe probe) {
        try {
            return "ready: " + new Readiness().await(probe, Budget.parse("10x1m"), Liveness.UNWATCHED);
        } catch (InterruptedException e) {
            return "InterruptedException, flag " + Thread.currentThread().isInterrupted();
        }
    }

    @Test
    void endsAPauseBetweenTwoLooks() {
        var readiness = new Readiness(new FakeTime(), duration -> {
            throw new InterruptedException("in the pause");
        });

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> readiness.await(
                        new ScriptedProbe(Look.notYet("starting")), Budget.parse("3x5s"), Liveness.UNWATCHED))
                .withMessage("in the pause");
    }
}
