package org.recipeharness.swarm.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.github.dockerjava.api.model.Info;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.recipeharness.swarm.Engine.SwarmMode;

class SwarmModeTest {

    @Test
    void isAManagersWhereTheEngineControlsTheSwarm() throws IOException {
        assertThat(DockerSwarm.mode(recorded())).isEqualTo(SwarmMode.MANAGER);
    }

    @Test
    void isAWorkersWhereItDoesNot() throws IOException {
        Info info = recorded();
        Objects.requireNonNull(info.getSwarm()).withControlAvailable(false);

        assertThat(DockerSwarm.mode(info)).isEqualTo(SwarmMode.WORKER);
    }

    @Test
    void isInactiveWhereTheEngineIsNoNode() throws IOException {
        Info info = recorded();
        Objects.requireNonNull(info.getSwarm()).withNodeID("");

        assertThat(DockerSwarm.mode(info)).isEqualTo(SwarmMode.INACTIVE);
        assertThat(DockerSwarm.mode(new Info())).isEqualTo(SwarmMode.INACTIVE);
    }

    private static Info recorded() throws IOException {
        return Recorded.read("info.json", new TypeReference<Info>() {});
    }
}
