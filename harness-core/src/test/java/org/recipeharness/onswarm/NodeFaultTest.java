package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.recipeharness.app.AppPlan;
import org.recipeharness.app.DeployFailedException;
import org.recipeharness.app.DeployFailure;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.Deployer;
import org.recipeharness.fault.Fault;

/** What a node or a network refuses is not blamed on the recipe, and a deploy that gets through in the end is green. */
@OnSwarm
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class NodeFaultTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Test
    void namesAPortThatAProgramHolds(TestStack stack) throws IOException {
        try (var program = listening()) {
            int port = program.getLocalPort();

            assertFails(DeployFailure.PORT_HELD, stack, publishing(port))
                    .withMessageStartingWith(
                            "Port " + port + " of the node is held by a program or container outside of"
                                    + " the stack, so the swarm can't start the service 'app' of stack " + stack.name())
                    .withMessageContaining("address already in use");
        }
    }

    @Test
    void deploysOnceTheProgramHasLetGoOfThePort(TestStack stack) throws Exception {
        CompletableFuture<DeployedApp> deploy;
        try (var program = listening()) {
            AppPlan plan = stack.plan(publishing(program.getLocalPort()));
            deploy = CompletableFuture.supplyAsync(() -> deployed(stack, plan));
            await().atMost(LIMIT)
                    .until(() -> stack.swarm().tasks(stack.name()).stream()
                            .anyMatch(task -> task.message().contains("address already in use")));
        }

        assertThat(deploy.get(LIMIT.toSeconds(), TimeUnit.SECONDS).running()).containsExactly("app");
    }

    @Test
    void namesTheNetworkWhoseAddressesAreUsedUp(TestStack stack) throws InterruptedException {
        try (var shared = SharedNetwork.create(stack.run(), "10.97.97.0/29")) {
            assertFails(DeployFailure.ADDRESSES_SPENT, stack, on(shared, 8))
                    .withMessageStartingWith(
                            "No address is free on the network '" + shared.name() + "' (10.97.97.0/29, 5 addresses, ")
                    .withMessageContaining("so the swarm can't start the service 'app' of stack " + stack.name());
            stack.remove();
        }
    }

    @Test
    void deploysToANetworkThatHasJustEnoughAddresses(TestStack stack) throws InterruptedException {
        try (var shared = SharedNetwork.create(stack.run(), "10.97.98.0/29")) {
            assertThat(stack.deploy(on(shared, 4)).running()).containsExactly("app");
            stack.remove();
        }
    }

    private static DeployedApp deployed(TestStack stack, AppPlan plan) {
        try {
            return new Deployer(stack.swarm()).deploy(plan, LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ThrowableAssertAlternative<DeployFailedException> assertFails(
            DeployFailure expected, TestStack stack, String compose) {
        return assertThatExceptionOfType(DeployFailedException.class)
                .isThrownBy(() -> new Deployer(stack.swarm()).deploy(stack.plan(compose), LIMIT))
                .satisfies(failure -> {
                    assertThat(failure.failure()).isEqualTo(expected);
                    assertThat(Fault.of(failure).isExternal()).isTrue();
                });
    }

    private static ServerSocket listening() throws IOException {
        var socket = new ServerSocket();
        socket.bind(new InetSocketAddress("0.0.0.0", 0));
        return socket;
    }

    private static String publishing(int port) {
        return TestStack.SLEEPER + """
                    ports:
                      - {target: 80, published: %d, mode: host}
                    deploy: {restart_policy: {delay: 2s}}
                """.formatted(port);
    }

    private static String on(SharedNetwork network, int replicas) {
        return TestStack.SLEEPER + """
                    networks: [shared]
                    deploy: {replicas: %d, endpoint_mode: dnsrr}
                networks:
                  shared: {external: true, name: %s}
                """.formatted(replicas, network.name());
    }
}
