package org.recipeharness.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recipeharness.settings.Load;
import org.recipeharness.swarm.SwarmException;

class StandstillTest {

    private static final Duration LENGTH = Duration.ofSeconds(70);

    private final Demo demo = Demo.running();
    private final List<Runnable> ends = new ArrayList<>();
    private final List<Duration> delays = new ArrayList<>();
    private final Standstill standstill =
            new Standstill(new Load.Pause(LENGTH), demo.swarm().brake(), delay -> {
                delays.add(delay);
                return ends::add;
            });

    @Test
    void isOfTheContainersOfTheMainServiceAndEndsByItself() throws InterruptedException {
        standstill.on(demo.app());
        assertThat(demo.operations()).containsExactly("pause " + Demo.FIRST, "pause " + Demo.SECOND);
        assertThat(delays).containsExactly(LENGTH);

        ends.get(0).run();
        standstill.settle();
        standstill.lift();

        assertThat(demo.operations().subList(2, 4)).containsExactly("go on " + Demo.FIRST, "go on " + Demo.SECOND);
        assertThat(demo.operations()).hasSize(4);
    }

    @Test
    void comesOnceForEachContainer() throws InterruptedException {
        standstill.on(demo.app());
        ends.get(0).run();
        standstill.on(demo.app());
        assertThat(ends).hasSize(1);

        demo.deployAgain();
        standstill.on(demo.app());

        assertThat(ends).hasSize(2);
        assertThat(demo.operations()).endsWith("pause container-of-app4");
    }

    @Test
    void endsBeforeItsTimeWhereItIsLiftedAndItsTimeEndsNoLaterOne() throws InterruptedException {
        standstill.on(demo.app());
        standstill.lift();
        assertThat(demo.operations()).endsWith("go on " + Demo.FIRST, "go on " + Demo.SECOND);

        demo.deployAgain();
        standstill.on(demo.app());
        ends.get(0).run();

        assertThat(demo.operations()).endsWith("pause container-of-app4");
    }

    @Test
    void thatCannotBeEndedIsToldAndTriedAgain() {
        standstill.on(demo.app());
        standstill.requireHeld();
        demo.swarm().brake().refusing("go on " + Demo.FIRST, new SwarmException("no engine"));

        ends.get(0).run();

        assertThatExceptionOfType(LoadException.class)
                .isThrownBy(standstill::requireHeld)
                .withMessageContaining("pause:70s")
                .withMessageContaining("no engine");
        assertThatExceptionOfType(LoadException.class).isThrownBy(standstill::settle);
        assertThat(demo.operations()).endsWith("go on " + Demo.SECOND);

        demo.swarm().brake().refusingNothing();
        standstill.lift();
        assertThat(demo.operations()).endsWith("go on " + Demo.FIRST);
    }

    @Test
    void thatFailsHalfWayCanBeLifted() {
        demo.swarm().brake().refusing("pause " + Demo.SECOND, new SwarmException("no answer"));

        assertThatThrownBy(() -> standstill.on(demo.app())).hasMessage("no answer");
        standstill.lift();

        assertThat(demo.operations())
                .containsExactly("pause " + Demo.FIRST, "go on " + Demo.FIRST, "go on " + Demo.SECOND);
    }
}
