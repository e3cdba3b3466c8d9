package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.recipeharness.app.DeployFailedException;
import org.recipeharness.app.DeployFailure;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.stack.ContentDigest;
import org.recipeharness.swarm.ConfigState;

/** Deploys over a stack that runs, in the ways that look well and are not. */
@OnSwarm
@Execution(ExecutionMode.CONCURRENT)
class UpdateTest {

    /** Its first argument is what the service runs, the second one how it is updated. */
    private static final String SERVICE = """
            version: "3.8"
            services:
              app:
                image: %1$s
                init: true
                stop_grace_period: 1s
                command: sh -c '%2$s'
                deploy:
                  restart_policy: {delay: 0s}
                  update_config: {%3$s, monitor: 2s}
            """;

    private static final String START_FIRST = "order: start-first, failure_action: rollback";

    @Test
    void replacesStartFirstAndLeavesWhatTheHeadHasNoMore(TestStack stack) throws InterruptedException {
        DeployedApp first = stack.deploy(service("echo one; exec sleep infinity", START_FIRST)
                + """
                  worker:
                    image: %s
                    init: true
                    command: sleep infinity
                """.formatted(TestStack.IMAGE).indent(0));
        String container = first.exec().container();

        DeployedApp second = stack.upgrade(service("echo two; exec sleep infinity", START_FIRST));

        assertThat(second.replaced()).containsExactly("app");
        assertThat(second.orphans()).containsExactly("worker");
        assertThat(second.exec().container()).isNotEqualTo(container);
        assertThat(second.logs("app", 1)).singleElement().asString().endsWith("two");
    }

    @Test
    void replacesNothingWhereNothingChanges(TestStack stack) throws InterruptedException {
        String compose = service("exec sleep infinity", START_FIRST);
        String container = stack.deploy(compose).exec().container();

        DeployedApp again = stack.upgrade(compose);

        assertThat(again.replaced()).isEmpty();
        assertThat(again.exec().container()).isEqualTo(container);
    }

    @Test
    void tellsThatTheSwarmWentBackToWhatRanBefore(TestStack stack) throws InterruptedException {
        stack.deploy(service("exec sleep infinity", START_FIRST));

        assertFails(stack, service("echo cannot-migrate >&2; exit 3", START_FIRST), DeployFailure.ROLLED_BACK)
                .withMessageStartingWith("Updating the service 'app': the swarm has rolled it back")
                .withMessageContaining("failed with exit code 3")
                .withMessageContaining("cannot-migrate");
    }

    @Test
    void tellsThatTheSwarmHasPaused(TestStack stack) throws InterruptedException {
        stack.deploy(service("exec sleep infinity", "failure_action: pause"));

        assertFails(stack, service("echo cannot-migrate >&2; exit 3", "failure_action: pause"), DeployFailure.PAUSED)
                .withMessageStartingWith("Updating the service 'app': the swarm has paused the update")
                .withMessageContaining("failed with exit code 3");
    }

    @Test
    void isNotFooledByAnEarlierRollback(TestStack stack) throws InterruptedException {
        stack.deploy(service("exec sleep infinity", START_FIRST));
        assertFails(stack, service("exit 3", START_FIRST), DeployFailure.ROLLED_BACK);

        DeployedApp mended = stack.upgrade(service("echo mended; exec sleep infinity", START_FIRST));

        assertThat(mended.logs("app", 1)).singleElement().asString().endsWith("mended");
    }

    @Test
    void tellsAHealthCheckThatNeverPasses(TestStack stack) {
        assertThatExceptionOfType(DeployFailedException.class)
                .isThrownBy(() -> stack.deploy(service("exec sleep infinity", START_FIRST) + """
                        healthcheck: {test: ["CMD", "false"], interval: 1s, retries: 1}
                    """.indent(0)))
                .withMessageMatching("(?s).* never becomes healthy: its health check has ended \\d of its tasks.*")
                .satisfies(failure -> assertThat(failure.failure()).isEqualTo(DeployFailure.UNHEALTHY));
    }

    @Test
    void findsAChangedConfigUnderAnOldNameBeforeItSendsAnything(TestStack stack, @TempDir Path folder)
            throws InterruptedException, IOException {
        Path file = folder.resolve("app.ini");
        String compose = service("exec sleep infinity", START_FIRST)
                + """
                    configs: [app_ini]
                configs:
                  app_ini: {file: "%s", name: "%s_app_ini_v1"}
                """.formatted(file, stack.name()).indent(0);
        Files.writeString(file, "colour = red\n");
        stack.deploy(compose);
        assertThat(stack.swarm().configs(stack.name()))
                .containsExactly(new ConfigState(stack.name() + "_app_ini_v1", ContentDigest.of("colour = red\n")));

        Files.writeString(file, "colour = blue\n");

        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> stack.upgrade(compose))
                .withMessageContaining("the content of config 'app_ini' (app.ini) has changed, but its name has not");
    }

    @Test
    void writesAndReadsFilesOfAContainer(TestStack stack) throws InterruptedException {
        DeployedApp app = stack.deploy(service("exec sleep infinity", START_FIRST));
        String container = app.exec().container();

        stack.swarm().writeFile(container, "/srv/note", "kept\n".getBytes(StandardCharsets.UTF_8));

        assertThat(app.exec().run("cat", "/srv/note").out()).isEqualTo("kept\n");
        assertThat(stack.swarm().readFile(container, "/srv/note"))
                .hasValueSatisfying(content -> assertThat(content).asString().isEqualTo("kept\n"));
        assertThat(stack.swarm().readFile(container, "/srv/nothing")).isEmpty();
    }

    private static ThrowableAssertAlternative<DeployFailedException> assertFails(
            TestStack stack, String compose, DeployFailure expected) {
        return assertThatExceptionOfType(DeployFailedException.class)
                .isThrownBy(() -> stack.upgrade(compose))
                .satisfies(failure -> assertThat(failure.failure()).isEqualTo(expected));
    }

    private static String service(String command, String update) {
        return SERVICE.formatted(TestStack.IMAGE, command, update);
    }
}
