package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.recipeharness.swarm.SwarmException;

@OnSwarm
class HostPortTest {

    private static final String ON_ONE_PORT = TestStack.SLEEPER + """
                ports:
                  - {target: 80, published: 18099, mode: host}
            """;

    @Test
    void namesTheServiceThatHoldsAPort(TestStack holder, TestStack comer) throws InterruptedException {
        holder.deploy(ON_ONE_PORT);

        assertThatThrownBy(() -> comer.deploy(ON_ONE_PORT))
                .isInstanceOf(SwarmException.class)
                .hasMessageContaining(
                        "its port 18099/tcp is taken on the nodes by the service " + holder.name() + "_app");
    }
}
