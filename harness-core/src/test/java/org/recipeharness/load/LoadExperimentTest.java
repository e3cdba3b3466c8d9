package org.recipeharness.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.recipeharness.readiness.Budget;
import org.recipeharness.readiness.BudgetUse;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.readiness.Look;
import org.recipeharness.readiness.NotReadyException;
import org.recipeharness.readiness.Probe;
import org.recipeharness.readiness.Readiness;
import org.recipeharness.settings.Load;
import org.recipeharness.swarm.FakeBrake;
import org.recipeharness.swarm.SwarmException;

class LoadExperimentTest {

    private static final Budget OLD = Budget.parse("12x5s");
    private static final Budget NEW = Budget.parse("36x5s");

    private final Demo demo = Demo.running();
    private final FakeBrake brake = demo.swarm().brake();
    private final List<Runnable> ends = Collections.synchronizedList(new ArrayList<>());
    private final LoadExperiment experiment = new LoadExperiment(List.of(
            new CpuThrottle(new Load.Cpu(10), brake),
            new Standstill(new Load.Pause(Duration.ofSeconds(70)), brake, delay -> ends::add)));

    @Test
    void asksTheAppUnderItsLoadsAndWaitsForTheEndOfAPause() throws InterruptedException {
        String answer = experiment.under(demo.app(), () -> {
            assertThat(demo.operations()).hasSize(5).endsWith("pause " + Demo.FIRST, "pause " + Demo.SECOND);
            ends.get(0).run();
            return "here";
        });

        assertThat(answer).isEqualTo("here");
        assertThat(experiment.imposed()).contains("cpu:10%,pause:70s");
        experiment.lift();
        assertThat(demo.operations())
                .contains("throttle " + Demo.DATABASE + " to 0.0")
                .hasSize(10);
    }

    @Test
    void isNotOverBeforeAPauseIsWhateverTheAppAnswers() throws InterruptedException {
        var over = new AtomicReference<String>("not yet");
        var asking = new Thread(() -> {
            try {
                over.set(experiment.under(demo.app(), () -> "here"));
            } catch (InterruptedException e) {
                over.set("interrupted");
            }
        });
        asking.start();
        await().until(() -> asking.getState() == Thread.State.TIMED_WAITING);
        assertThat(over.get()).isEqualTo("not yet");

        ends.get(0).run();
        asking.join();

        assertThat(over.get()).isEqualTo("here");
    }

    @Test
    void proposesABudgetFromWhatWasUsed() throws InterruptedException {
        experiment.ready(new BudgetUse("handshake", NEW, 15, Duration.ofSeconds(75), "it answered"));
        assertThat(experiment.budgets()).isEmpty();

        performed();

        assertThat(experiment.budgets())
                .containsExactly("handshake used 75 s of 180 s under cpu:10%,pause:70s: 30x5s would hold it with twice"
                        + " the room");
    }

    @Test
    void proposesToLookFurtherWhereABudgetWasUsedUp() {
        assertThatThrownBy(() -> experiment.under(demo.app(), LoadExperimentTest::neverReady))
                .isInstanceOf(NotReadyException.class);

        assertThat(experiment.budgets())
                .containsExactly(
                        "handshake used all of 12x5s under cpu:10%,pause:70s and was not ready; see what it needs"
                                + " with -Dharness.budget.handshake=24x5s");
        assertThat(demo.operations()).noneMatch(operation -> operation.startsWith("go on"));
    }

    @Test
    void thatCannotBePutOnTheAppIsTakenAwayAndIsNothingThatTheAppDid() {
        brake.refusing("pause " + Demo.SECOND, new SwarmException("not on this node"));

        assertThatThrownBy(() -> experiment.under(demo.app(), () -> "never asked"))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("Putting the load pause:70s (harness.load) on demo")
                .hasMessageContaining("not on this node")
                .hasRootCauseInstanceOf(SwarmException.class);

        assertThat(experiment.imposed()).isEmpty();
        assertThat(demo.operations()).contains("go on " + Demo.FIRST, "throttle " + Demo.DATABASE + " to 0.0");
    }

    @Test
    void thatLastedTooLongIsToldInPlaceOfWhatTheAppDidThen() {
        LoadException failure = catchThrowableOfType(
                LoadException.class,
                () -> experiment.under(demo.app(), () -> {
                    brake.refusing("go on " + Demo.FIRST, new SwarmException("no engine"));
                    ends.get(0).run();
                    return neverReady();
                }));

        assertThat(failure).hasMessageContaining("Ending pause:70s: ").hasMessageContaining("no engine");
        assertThat(failure.getSuppressed()).singleElement().isInstanceOf(NotReadyException.class);
    }

    @Test
    void withoutALoadIsNothing() throws InterruptedException {
        var none = new LoadExperiment(List.of(), brake, Path.of("none"));

        assertThat(none.<String>under(demo.app(), () -> "here")).isEqualTo("here");
        none.lift();

        assertThat(none.imposed()).isEmpty();
        assertThat(none.budgets()).isEmpty();
        assertThat(demo.operations()).isEmpty();
    }

    private void performed() throws InterruptedException {
        experiment.under(demo.app(), () -> {
            ends.get(0).run();
            return "here";
        });
    }

    private static String neverReady() throws InterruptedException {
        var time = new FakeTime();
        return new Readiness(time, time)
                .await(new Never(), OLD, Optional::empty)
                .seen();
    }

    private record Never() implements Probe {
        @Override
        public String name() {
            return "handshake";
        }

        @Override
        public Look look(Duration limit) {
            return Look.notYet("no answer");
        }
    }
}
