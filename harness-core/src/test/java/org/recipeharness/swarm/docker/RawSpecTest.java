package org.recipeharness.swarm.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.github.dockerjava.api.model.Service;
import com.github.dockerjava.api.model.Task;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a service whose second version was under way: its old task still ran, its new one was starting. */
class RawSpecTest {

    private final Service service = Recorded.read("service-under-update.json", new TypeReference<List<Service>>() {})
            .get(0);
    private final List<Task> tasks = Recorded.read("tasks-under-update.json", new TypeReference<>() {});

    RawSpecTest() throws IOException {}

    @Test
    void knowsTheTaskThatIsWhatTheServiceSays() {
        assertThat(RawSpec.ofTask(task("new"))).isEqualTo(RawSpec.ofTasksOf(service));
    }

    @Test
    void tellsTheTaskOfTheVersionBefore() {
        assertThat(RawSpec.ofTask(task("old"))).isNotEqualTo(RawSpec.ofTasksOf(service));
    }

    @Test
    void passesOverAPlacementThatTheSwarmKeepsTheTaskFor() {
        assertThat(RawSpec.ofTask(task("placed"))).isEqualTo(RawSpec.ofTasksOf(service));
    }

    @Test
    void tellsTwoWaysOfPublishingPorts() throws IOException {
        List<Service> others = Recorded.read("services.json", new TypeReference<>() {});

        assertThat(RawSpec.ofEndpointOf(service)).isNotEqualTo(RawSpec.ofEndpointOf(others.get(0)));
    }

    private Task task(String id) {
        return tasks.stream()
                .filter(task -> task.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
