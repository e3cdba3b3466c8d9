package org.recipeharness.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.recipeharness.settings.Load;
import org.recipeharness.swarm.SwarmException;

class CpuThrottleTest {

    private final Demo demo = Demo.running();
    private final CpuThrottle throttle =
            new CpuThrottle(new Load.Cpu(10), demo.swarm().brake());

    @Test
    void limitsAllContainersOnceAndGivesThemBackWhatTheyHad() {
        demo.swarm().brake().limited(Demo.DATABASE, 1.5);

        throttle.on(demo.app());
        throttle.on(demo.app());
        assertThat(demo.operations())
                .containsExactly(
                        "throttle " + Demo.FIRST + " to 0.1",
                        "throttle " + Demo.SECOND + " to 0.1",
                        "throttle " + Demo.DATABASE + " to 0.1");

        throttle.lift();
        throttle.lift();
        assertThat(demo.operations().subList(3, 6))
                .containsExactlyInAnyOrder(
                        "throttle " + Demo.FIRST + " to 0.0",
                        "throttle " + Demo.SECOND + " to 0.0",
                        "throttle " + Demo.DATABASE + " to 1.5");
        assertThat(demo.operations()).hasSize(6);
    }

    @Test
    void leavesOneAloneThatMayUseLess() {
        demo.swarm().brake().limited(Demo.DATABASE, 0.05);

        throttle.on(demo.app());

        assertThat(demo.operations()).noneMatch(operation -> operation.contains(Demo.DATABASE));
    }

    @Test
    void isLiftedFromThoseThatAreStillThere() {
        throttle.on(demo.app());
        demo.swarm()
                .brake()
                .refusing(
                        "throttle " + Demo.FIRST + " to 0.0",
                        SwarmException.containerGone("gone", new IllegalStateException()));

        throttle.lift();

        assertThat(demo.operations())
                .contains("throttle " + Demo.SECOND + " to 0.0", "throttle " + Demo.DATABASE + " to 0.0");
    }

    @Test
    void thatCannotBeLiftedIsToldAndLiftedFromTheOthers() {
        throttle.on(demo.app());
        demo.swarm().brake().refusing("throttle " + Demo.FIRST + " to 0.0", new SwarmException("no engine"));

        assertThatThrownBy(throttle::lift).hasMessage("no engine");

        assertThat(demo.operations())
                .contains("throttle " + Demo.SECOND + " to 0.0", "throttle " + Demo.DATABASE + " to 0.0");
    }
}
