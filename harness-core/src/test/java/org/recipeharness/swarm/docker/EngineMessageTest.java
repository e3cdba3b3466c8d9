package org.recipeharness.swarm.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.exception.DockerException;
import org.junit.jupiter.api.Test;

class EngineMessageTest {

    @Test
    void isReadOutOfTheBodyThatDockerJavaShows() {
        var error = new DockerException("{\"message\":\"manifest for \\\"x\\\" not found: manifest unknown\"}\n", 404);

        assertThat(EngineMessage.of(error)).isEqualTo("manifest for \"x\" not found: manifest unknown");
    }

    @Test
    void isTakenAsItIsWhereSomethingElseHasAnswered() {
        assertThat(EngineMessage.of(new DockerException("<html>Bad gateway</html>", 502)))
                .isEqualTo("<html>Bad gateway</html>");
        assertThat(EngineMessage.of(new DockerException("{}", 502))).isEqualTo("{}");
        assertThat(EngineMessage.of(new DockerException("broken pipe", 0))).isEqualTo("broken pipe");
    }
}
