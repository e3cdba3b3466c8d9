package org.recipeharness.swarm.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.github.dockerjava.api.model.Service;
import com.github.dockerjava.api.model.ServiceUpdateState;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recipeharness.stack.HostPort;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.UpdateState;
import org.recipeharness.swarm.UpdateState.Phase;

class ServiceReadingTest {

    private static final String IMAGE = "recipe-harness-lab/base:bookworm";
    private static final Map<String, String> LABELS =
            Map.of("com.docker.stack.image", IMAGE, ServiceState.STACK_LABEL, "demo");

    @Test
    void readsAServiceWithHostPortsAndLabels() throws IOException {
        assertThat(read("demo_app"))
                .isEqualTo(new ServiceState(
                        "j9b0rtm2koxjz4vayx4uy4gq3",
                        "demo_app",
                        IMAGE,
                        1,
                        Map.of(
                                "com.docker.stack.image",
                                IMAGE,
                                ServiceState.STACK_LABEL,
                                "demo",
                                "org.recipeharness.recipe",
                                "demo"),
                        List.of(new HostPort(41983, 8000, "tcp"), new HostPort(41984, 8001, "udp")),
                        RawSpec.ofTasksOf(recorded("demo_app")),
                        RawSpec.ofEndpointOf(recorded("demo_app")),
                        Optional.empty()));
    }

    @Test
    void readsAnUpdateThatWasPaused() throws IOException {
        assertThat(read("demo_held"))
                .isEqualTo(
                        updated(
                                "btdt9r0whj2vtg0yob3z4d65h",
                                "demo_held",
                                new UpdateState(
                                        Phase.PAUSED,
                                        Instant.parse("2026-11-24T22:49:46.608Z"),
                                        "update paused due to failure or early termination of task rkzffqa5nirbcubuc8eg41i20")));
    }

    @Test
    void readsAnUpdateThatWasRolledBack() throws IOException {
        assertThat(read("demo_back"))
                .isEqualTo(updated(
                        "jojcuuxuilyo2aqitdyt3xp4b",
                        "demo_back",
                        new UpdateState(
                                Phase.ROLLBACK_COMPLETED,
                                Instant.parse("2026-11-24T22:49:46.790Z"),
                                "rollback completed")));
    }

    @Test
    void readsAServiceThatWasNeverUpdated() throws IOException {
        assertThat(read("demo_loop").update()).isEmpty();
    }

    @Test
    void takesAGlobalServiceForOneTask() throws IOException {
        assertThat(read("demo_once").replicas()).isEqualTo(1);
    }

    @Test
    void tellsAWordOfTheEngineThatItDoesNotKnow() throws IOException {
        Service service = recorded("demo_held");
        service.getUpdateStatus().withState(ServiceUpdateState.UNKNOWN);

        assertThatExceptionOfType(SwarmException.class)
                .isThrownBy(() -> ServiceReading.read(service))
                .withMessageContaining("which is none of [UPDATING, PAUSED,");
    }

    private static ServiceState updated(String id, String name, UpdateState update) throws IOException {
        Service service = recorded(name);
        return new ServiceState(
                id,
                name,
                IMAGE,
                1,
                LABELS,
                List.of(),
                RawSpec.ofTasksOf(service),
                RawSpec.ofEndpointOf(service),
                Optional.of(update));
    }

    private static ServiceState read(String name) throws IOException {
        return ServiceReading.read(recorded(name));
    }

    private static Service recorded(String name) throws IOException {
        return Recorded.read("services.json", new TypeReference<List<Service>>() {}).stream()
                .filter(service -> name.equals(service.getSpec().getName()))
                .findFirst()
                .orElseThrow();
    }
}
