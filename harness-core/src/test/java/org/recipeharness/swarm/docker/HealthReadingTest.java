package org.recipeharness.swarm.docker;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.github.dockerjava.api.command.InspectContainerResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recipeharness.swarm.FailedHealthCheck;

class HealthReadingTest {

    @Test
    void readsTheLastRunOfTheCheckThatMadeAContainerUnhealthyAlsoWhereItEndedWell() throws IOException {
        assertThat(read("unhealthy"))
                .contains(new FailedHealthCheck(
                        1, "pinboard 1.2.0: GET /healthz is answered with 'HTTP/1.1 404 Not Found', expected 200\n"));
    }

    @Test
    void isNotFooledByTheEngineThatCallsEveryEndedContainerUnhealthy() throws IOException {
        assertThat(read("ended")).isEmpty();
    }

    @Test
    void readsAContainerWithoutAHealthCheck() throws IOException {
        assertThat(read("unchecked")).isEmpty();
    }

    private static Optional<FailedHealthCheck> read(String container) throws IOException {
        var recorded = Recorded.read("containers.json", new TypeReference<Map<String, InspectContainerResponse>>() {});
        return HealthReading.read(requireNonNull(recorded.get(container), container));
    }
}
