package org.recipeharness.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.recipeharness.verdict.Measured;

class MachineWatchTest {

    private final AtomicReference<Sample> machine = new AtomicReference<>(sample(1, 10, 500));
    private final MachineWatch watch = new MachineWatch(machine::get);

    @Test
    void keepsTheWorstThatARunHasMet() {
        watch.begin("a");
        machine.set(sample(7, 80, 100));
        watch.look();
        machine.set(sample(2, 15, 400));

        assertThat(watch.end("a")).contains(measured(7, 80, 100, 0));
    }

    @Test
    void anotherRunBeginsAnew() {
        machine.set(sample(7, 80, 100));
        watch.begin("a");
        watch.end("a");
        machine.set(sample(1, 10, 500));
        watch.begin("b");

        assertThat(watch.end("b")).contains(measured(1, 10, 500, 0));
    }

    @Test
    void countsThoseThatWereBesideIt() {
        watch.begin("a");
        watch.begin("b");
        watch.begin("c");
        watch.end("c");

        assertThat(watch.end("a").map(Measured::beside)).contains(2);
        assertThat(watch.end("b").map(Measured::beside)).contains(2);
    }

    @Test
    void whatHasNotBegunWasNotMeasured() {
        assertThat(watch.end("a")).isEqualTo(Optional.empty());
    }

    @Test
    void whatTheMachineDoesNotTellStaysUnknown() {
        machine.set(Sample.NOTHING);
        watch.begin("a");
        machine.set(sample(3, 30, 300));
        watch.look();
        machine.set(Sample.NOTHING);

        assertThat(watch.end("a")).contains(measured(3, 30, 300, 0));
    }

    private static Sample sample(double load, double cpu, long free) {
        return new Sample(
                OptionalDouble.of(load),
                OptionalDouble.of(cpu),
                OptionalDouble.empty(),
                OptionalDouble.of(0),
                OptionalLong.of(free));
    }

    private static Measured measured(double load, double cpu, long free, int beside) {
        return new Measured(
                OptionalDouble.of(load),
                OptionalDouble.of(cpu),
                OptionalDouble.empty(),
                OptionalDouble.of(0),
                OptionalLong.of(free),
                beside);
    }
}
