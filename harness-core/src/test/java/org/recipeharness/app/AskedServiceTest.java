package org.recipeharness.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recipeharness.http.HttpProbe;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.readiness.Look;
import org.recipeharness.readiness.Probe;
import org.recipeharness.readiness.RenamedProbe;
import org.recipeharness.readiness.TcpProbe;
import org.recipeharness.recipe.Origin;
import org.recipeharness.stack.HostPort;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.stack.StackLabel;
import org.recipeharness.stack.StackService;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.States;

/** Which service a probe asks, in a stack of {@code app}, {@code web}, {@code voice} and {@code db}. */
class AskedServiceTest {

    private static final StackLabel ROUTE =
            new StackLabel("traefik.http.routers.demo.rule", "Host(`demo.lab.test`)", new Origin("compose.yml", 7));

    private final DeployedApp app = app(
            service("app", List.of(), List.of()),
            service("web", List.of(new HostPort(8080, 80, "tcp")), List.of(ROUTE)),
            service("voice", List.of(new HostPort(64738, 64738, "tcp"), new HostPort(53, 53, "udp")), List.of()),
            service("db", List.of(), List.of()));

    @Test
    void ofACommandIsTheOneThatItRunsIn() {
        assertThat(asked(new ExecProbe("exec", app.exec("db"), List.of("true"))))
                .isEqualTo("db");
    }

    @Test
    void ofAPortIsTheOneThatPublishesIt() {
        assertThat(asked(new TcpProbe("tcp", app.address(64738)))).isEqualTo("voice");
        assertThat(asked(new HttpProbe("http", URI.create("http://127.0.0.1:8080/health"))))
                .isEqualTo("web");
    }

    @Test
    void ofADomainIsTheOneThatItsRequestsAreRoutedTo() {
        assertThat(asked(new HttpProbe("http", app.http("/")))).isEqualTo("web");
    }

    @Test
    void ofAProbeUnderAnotherNameIsTheSame() {
        assertThat(asked(new RenamedProbe("warm", new TcpProbe("tcp", app.address(64738)))))
                .isEqualTo("voice");
    }

    @Test
    void isTheMainOneIfItIsNotKnown() {
        assertThat(asked(new OwnProbe())).isEqualTo("app");
        assertThat(asked(new TcpProbe("udp", app.address(53)))).isEqualTo("app");
        assertThat(asked(new TcpProbe("elsewhere", InetSocketAddress.createUnresolved("other.test", 64738))))
                .isEqualTo("app");
        assertThat(asked(new HttpProbe("http", URI.create("https://other.test/"))))
                .isEqualTo("app");
    }

    @Test
    void isTheMainOneIfRequestsAreRoutedToSeveral() {
        DeployedApp two = app(service("app", List.of(), List.of(ROUTE)), service("web", List.of(), List.of(ROUTE)));

        assertThat(AskedService.of(new HttpProbe("http", two.http("/")), two)).isEqualTo("app");
    }

    private String asked(Probe probe) {
        return AskedService.of(probe, app);
    }

    private static StackService service(String name, List<HostPort> ports, List<StackLabel> declared) {
        return new StackService(name, "example/" + name + ":1", ports, List.of(), java.util.Map.of(), declared);
    }

    private static DeployedApp app(StackService... services) {
        var stack = new RenderedStack(
                States.STACK,
                new RunLabels("run-1", "demo", "0123456789"),
                List.of(services),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "services: {}\n");
        return new DeployedApp(new FakeSwarm(new FakeTime()), States.plan(stack), Before.nothing(), Duration.ZERO);
    }

    private record OwnProbe() implements Probe {

        @Override
        public String name() {
            return "own";
        }

        @Override
        public Look look(Duration limit) {
            return Look.ready("it answered");
        }
    }
}
