package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.SameTasksProbe;
import org.recipeharness.app.TaskLosses;
import org.recipeharness.readiness.Look;
import org.recipeharness.readiness.Probe;
import org.recipeharness.readiness.TcpProbe;

/**
 * A real task ends while something in front of it goes on accepting connections, as docker's forwarder of a published port does
 * for a moment. Here a socket of the test stands for the forwarder, so that it certainly outlives the container.
 */
@OnSwarm
class TaskLostDuringLookTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String NOT_RESTARTED = TestStack.SLEEPER + """
                deploy: {restart_policy: {condition: none}}
            """;

    @Test
    void makesAnAcceptedConnectionNotCount(TestStack stack) throws Exception {
        DeployedApp app = stack.deploy(NOT_RESTARTED);
        try (ServerSocket forwarder = listening()) {
            Probe tcp = new TcpProbe("tcp", (InetSocketAddress) forwarder.getLocalSocketAddress());

            assertThat(SameTasksProbe.around(tcp, app).look(LIMIT)).isInstanceOf(Look.Ready.class);
            assertThat(reason(SameTasksProbe.around(new EndsTheTask(tcp, app), app)))
                    .contains(" accepts connections, but this does not count: service 'app' lost its task during the"
                            + " look: task ")
                    .contains(" failed with exit code 143");
            assertThat(reason(SameTasksProbe.around(tcp, app)))
                    .contains(
                            " accepts connections, but this does not count: service 'app' ran no task before the look,"
                                    + " its latest: task ")
                    .contains(" failed with exit code 143");
        }
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static String reason(Probe probe) throws InterruptedException {
        return ((Look.NotYet) probe.look(LIMIT)).reason();
    }

    /** Lets the app's only process end before it looks. */
    private record EndsTheTask(Probe probe, DeployedApp app) implements Probe {

        @Override
        public String name() {
            return probe.name();
        }

        @Override
        public Look look(Duration limit) throws InterruptedException {
            var losses = new TaskLosses(app);
            assertThat(app.exec().run("sh", "-c", "kill -TERM 1").exit()).isZero();
            assertThat(losses.await(limit)).hasSize(1);
            return probe.look(limit);
        }
    }
}
