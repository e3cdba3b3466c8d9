package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.recipeharness.app.Preflight;
import org.recipeharness.process.Command;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.docker.DockerSwarm;

/** No engine, and an engine of its own that is in no swarm. */
@Tag("swarm")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class NoSwarmTest {

    @Test
    void noEngineSaysSoAndWhatToLookAt(@TempDir Path folder) {
        assertPreflightAt(folder.resolve("nothing.sock"))
                .hasMessageStartingWith("Asking the Docker engine what it is (is one running")
                .hasMessageContaining("nothing.sock");
    }

    @Test
    void anEngineWithoutSwarmModeSaysHowToTurnItOn(@TempDir Path folder) throws Exception {
        Path socket = folder.resolve("d.sock");
        // In a network of its own, as one without a bridge would take docker0 away from the machine's own engine.
        Process engine = new ProcessBuilder(List.of(
                        "unshare",
                        "--net",
                        "dockerd",
                        "--host",
                        "unix://" + socket,
                        "--data-root",
                        folder.resolve("data").toString(),
                        "--exec-root",
                        folder.resolve("exec").toString(),
                        "--pidfile",
                        folder.resolve("pid").toString(),
                        "--bridge",
                        "none",
                        "--iptables=false",
                        "--storage-driver",
                        "vfs"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> Command.of("docker", "version")
                                    .with("DOCKER_HOST", "unix://" + socket)
                                    .run()
                                    .exit()
                            == 0);
            assertPreflightAt(socket)
                    .hasMessageStartingWith("Looking for a Docker Swarm: the engine ")
                    .hasMessageEndingWith("swarm mode is not on. Turn it on with 'docker swarm init'");
        } finally {
            engine.destroy();
            engine.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertPreflightAt(Path socket) {
        String before = System.setProperty("DOCKER_HOST", "unix://" + socket);
        try (var swarm = new DockerSwarm(Optional.empty())) {
            return assertThatThrownBy(() -> new Preflight(swarm).requireManager())
                    .isInstanceOf(SwarmException.class);
        } finally {
            if (before == null) {
                System.clearProperty("DOCKER_HOST");
            } else {
                System.setProperty("DOCKER_HOST", before);
            }
        }
    }
}
