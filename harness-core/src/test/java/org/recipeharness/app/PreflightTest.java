package org.recipeharness.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.recipe.Origin;
import org.recipeharness.stack.ContentDigest;
import org.recipeharness.stack.HostPort;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackConfig;
import org.recipeharness.stack.StackService;
import org.recipeharness.swarm.ConfigState;
import org.recipeharness.swarm.Engine;
import org.recipeharness.swarm.Engine.SwarmMode;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.Leftovers;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.States;
import org.recipeharness.swarm.SwarmException;

class PreflightTest {

    private static final HostPort UDP = new HostPort(64738, 64738, "udp");
    private static final HostPort TCP = new HostPort(64738, 64738, "tcp");

    private final FakeSwarm swarm = new FakeSwarm(new FakeTime());
    private final Preflight preflight = new Preflight(swarm);

    @Test
    void givesTheEngineOfAManager() {
        assertThat(preflight.requireManager()).isEqualTo(swarm.engine());
    }

    @ParameterizedTest
    @CsvSource({
        "WORKER, but is only a worker of its swarm. Point DOCKER_HOST to a manager",
        "INACTIVE, but swarm mode is not on. Turn it on with 'docker swarm init'"
    })
    void tellsWhatToDoWithAnotherEngine(SwarmMode mode, String advice) {
        swarm.being(new Engine("20.10.24", mode, "6.1.0", true));

        assertThatExceptionOfType(SwarmException.class)
                .isThrownBy(preflight::requireManager)
                .withMessage("Looking for a Docker Swarm: the engine 20.10.24 answers, " + advice);
    }

    @Test
    void findsRoomWhereNothingIsInTheWay() {
        swarm.having("proxy").shows(List.of(holding(TCP)), List.of());

        assertThatNoException().isThrownBy(() -> preflight.requireRoomFor(sending(UDP, "proxy")));
    }

    @Test
    void refusesADomainThatIsTaken() {
        swarm.leaves(new Leftovers(Map.of("service", List.of("demo_app"), "volume", List.of("demo_data"))));

        assertRefused(stack("app"))
                .withMessage("Deploying the stack demo: its domain is taken, there is already service demo_app; volume"
                        + " demo_data. Choose another one with -Dharness.domain=, or remove that stack if it is yours:"
                        + " " + Undeploy.byHand(States.STACK));
    }

    @Test
    void refusesAnOrphanNetworkOfAnEarlierStack() {
        swarm.leaves(new Leftovers(Map.of("network", List.of("demo_internal"))));

        assertRefused(stack("app")).withMessageContaining("there is already network demo_internal");
    }

    @Test
    void saysHowToMakeANetworkOfOthersThatIsMissing() {
        assertRefused(sending(UDP, "proxy"))
                .withMessage(
                        "Deploying the stack demo: the network 'proxy', which the recipe declares as external, is not"
                                + " there. Make it with: docker network create --driver overlay --attachable proxy");
    }

    @Test
    void namesTheServiceThatHoldsAPort() {
        swarm.having("proxy").shows(List.of(holding(TCP), holding(UDP)), List.of());

        assertRefused(sending(UDP, "proxy"))
                .withMessage(
                        "Deploying the service app: its port 64738/udp is taken on the nodes by the service other_udp,"
                                + " so its task would wait for ever. Wait until that one is gone, or remove it");
    }

    private ThrowableAssertAlternative<SwarmException> assertRefused(RenderedStack stack) {
        return assertThatExceptionOfType(SwarmException.class).isThrownBy(() -> preflight.requireRoomFor(stack));
    }

    @Test
    void findsAConfigWhoseContentChangedUnderItsName() {
        swarm.holding(new ConfigState("demo_conf_v1", ContentDigest.of("old")));

        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> preflight.requireUpgradable(sending("new", Optional.of("CONF_VERSION"))))
                .withMessageStartingWith(
                        "compose.yml:7: the content of config 'conf' (conf.tmpl) has changed, but its name"
                                + " has not: 'demo_conf_v1' is on the swarm with the content "
                                + ContentDigest.of("old"))
                .withMessageEndingWith("Bump CONF_VERSION, which abra.sh exports");
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> preflight.requireUpgradable(sending("new", Optional.empty())))
                .withMessageEndingWith("Let its name hold a version: name: ${STACK_NAME}_conf_${CONF_VERSION},"
                        + " exported by abra.sh");
    }

    @Test
    void letsAConfigBeThatIsTheSame() {
        swarm.holding(
                new ConfigState("demo_conf_v1", ContentDigest.of("same")),
                new ConfigState("demo_conf_v0", ContentDigest.of("x")));

        assertThatNoException()
                .isThrownBy(() -> preflight.requireUpgradable(sending("same", Optional.of("CONF_VERSION"))));
    }

    @Test
    void takesNoPortOfItsOwnForOneOfOthers() {
        ServiceState own = service("app");
        swarm.shows(List.of(holding(UDP, own.labels())), List.of()).having("proxy");

        assertThatNoException().isThrownBy(() -> preflight.requireUpgradable(sending(UDP, "proxy")));
    }

    private static RenderedStack sending(String content, Optional<String> version) {
        RenderedStack stack = stack("app");
        var config = new StackConfig(
                "conf", "demo_conf_v1", ContentDigest.of(content), "conf.tmpl", version, new Origin("compose.yml", 7));
        return new RenderedStack(
                stack.name(),
                stack.labels(),
                List.of(),
                List.of(config),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "");
    }

    private static RenderedStack sending(HostPort port, String network) {
        RenderedStack stack = stack("app");
        var app = new StackService("app", "example/app:1", List.of(port), List.of(), Map.of(), List.of());
        return new RenderedStack(
                stack.name(),
                stack.labels(),
                List.of(app),
                List.of(),
                List.of(),
                List.of(network),
                List.of(),
                Optional.empty(),
                "");
    }

    private static ServiceState holding(HostPort port) {
        return holding(port, Map.of());
    }

    private static ServiceState holding(HostPort port, Map<String, String> labels) {
        String name = "other_" + port.protocol();
        return new ServiceState(
                name,
                name,
                "x",
                1,
                labels,
                List.of(port),
                States.spec("1"),
                States.spec("ports"),
                service("app").update());
    }
}
