package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.recipeharness.app.DeployFailedException;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.readiness.Budget;
import org.recipeharness.readiness.Look;
import org.recipeharness.readiness.NotReadyException;
import org.recipeharness.readiness.Probe;
import org.recipeharness.readiness.Readiness;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.TaskState;

/** A crash loop is judged soon after the third task's end, by the engine's time of it; and what it died of is told. */
@OnSwarm
class CrashLoopTest {

    private static final Duration PROMISED = Duration.ofSeconds(10);

    /** So that between the third end and the promised time there is no fourth one. */
    private static final String SLOWLY = "10s";

    /** How many tasks of a replica the swarm remembers, unless it is told otherwise. */
    private static final int REMEMBERED = 5;

    private static final String BESIDE_ONE_THAT_IS_FINE = """
            version: "3.8"
            services:
              fine:
                image: %1$s
                init: true
                command: sleep infinity
              app:
                image: %1$s
                command: %2$s
                deploy:
                  resources: {limits: {memory: 20M}}
                  restart_policy: {delay: %3$s}
            """;

    @Test
    void isJudgedWhileItIsDeployed(TestStack stack) {
        String compose = BESIDE_ONE_THAT_IS_FINE.formatted(TestStack.IMAGE, "sh -c 'exit 1'", SLOWLY);

        assertThatThrownBy(() -> stack.deploy(compose))
                .isInstanceOf(DeployFailedException.class)
                .hasMessageContaining("Service 'app' of stack " + stack.name() + " crash-loops");
        assertThat(Duration.between(thirdEnd(stack), Instant.now())).isLessThan(PROMISED);
    }

    /** It runs long enough to be converged, and its probe waits for an answer that does not come. */
    @Test
    void isJudgedWhileALookWithALongLimitIsUnderWay(TestStack stack) throws InterruptedException {
        DeployedApp app =
                stack.deploy(BESIDE_ONE_THAT_IS_FINE.formatted(TestStack.IMAGE, "sh -c 'sleep 4; exit 1'", SLOWLY));
        Budget budget = Budget.parse("5x60s");

        assertThatThrownBy(() -> new Readiness().await(new NeverAnswered(), budget, app.liveness()))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("Service 'app' of stack " + stack.name() + " crash-loops");
        assertThat(Duration.between(thirdEnd(stack), Instant.now())).isLessThan(PROMISED);
    }

    @Test
    void isToldToBeOutOfMemory(TestStack stack) {
        String compose = BESIDE_ONE_THAT_IS_FINE.formatted(
                TestStack.IMAGE, "bash -c 'x=$$(head -c 200000000 /dev/zero | tr \"\\\\0\" x); echo $${#x}'", "1s");

        assertThatThrownBy(() -> stack.deploy(compose))
                .isInstanceOf(DeployFailedException.class)
                .hasMessageContaining("failed with exit code 137")
                .hasMessageContaining("out of memory (service 'app'): the engine says of its container: OOMKilled")
                .hasMessageContaining("the service's memory limit is 20M (compose.yml:11)");
    }

    private static Instant thirdEnd(TestStack stack) {
        String app = stack.swarm().services(stack.name()).stream()
                .filter(service -> service.shortName().equals("app"))
                .map(ServiceState::id)
                .findFirst()
                .orElseThrow();
        List<TaskState> tasks = stack.swarm().tasks(stack.name()).stream()
                .filter(task -> task.service().equals(app))
                .toList();
        assertThat(tasks).as("tasks, none of which is forgotten").hasSizeLessThan(REMEMBERED);
        List<Instant> ends = tasks.stream()
                .filter(task -> task.phase().isFailure())
                .map(TaskState::since)
                .sorted()
                .toList();
        return ends.get(2);
    }

    private record NeverAnswered() implements Probe {

        @Override
        public String name() {
            return "never";
        }

        @Override
        public Look look(Duration limit) throws InterruptedException {
            new CountDownLatch(1).await();
            return Look.ready("never");
        }
    }
}
