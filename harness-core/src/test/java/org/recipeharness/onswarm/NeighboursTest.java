package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recipeharness.app.AppPlan;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.Deployer;
import org.recipeharness.neighbours.NameCheck;
import org.recipeharness.neighbours.NameReport;
import org.recipeharness.neighbours.Neighbour;
import org.recipeharness.neighbours.NeighbourWish;
import org.recipeharness.stack.StackName;

@OnSwarm
class NeighboursTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** A front on the ingress' network, and behind it a service whose name the neighbour has there, too. */
    private static final String SHOP = """
            version: "3.8"
            services:
              app:
                image: %1$s
                init: true
                command: sleep infinity
                networks: [internal, proxy]
                environment:
                  SHOP: %2$s
              shop:
                image: %1$s
                init: true
                command: sleep infinity
                networks: [internal]
            networks:
              internal:
              proxy: {external: true}
            """;

    @Test
    void aStackThatComesAfterItsSharedNetworkReachesTheNeighbour() throws InterruptedException {
        try (var stack = new TestStack("z-harness")) {
            NameReport report = reportOf(stack, "http://shop:3000/");

            assertThat(report.asked()).isEqualTo(1);
            assertThat(report.collisions())
                    .singleElement()
                    .asString()
                    .startsWith("Service 'app' of stack " + stack.name() + " reaches by the name 'shop' '"
                            + neighbour(stack) + "_neighbour' of stack " + neighbour(stack)
                            + " on network 'proxy', not only its own '" + stack.name() + "_shop'")
                    .contains("environment SHOP (compose.yml:9) as 'http://shop:3000'");
        }
    }

    @Test
    void aStackThatComesBeforeItReachesItsOwn() throws InterruptedException {
        try (var stack = new TestStack("a-harness")) {
            NameReport report = reportOf(stack, "http://shop:3000/");

            assertThat(report.collisions()).isEmpty();
            assertThat(report.remarks()).singleElement().asString().contains("reaches its own; while that one is down");
        }
    }

    @Test
    void aNameThatNobodyIsToldToAskForIsOnlyRemarkedOn() throws InterruptedException {
        try (var stack = new TestStack("z-harness")) {
            NameReport report = reportOf(stack, "the best shop");

            assertThat(report.collisions()).isEmpty();
            assertThat(report.remarks())
                    .singleElement()
                    .asString()
                    .endsWith("no place is known where it is told to ask for it");
        }
    }

    private static NameReport reportOf(TestStack stack, String variable) throws InterruptedException {
        var neighbour = new Neighbour(
                stack.swarm(),
                stack.run().text(),
                stack.run().shortForm(),
                new NeighbourWish(Optional.of(TestStack.IMAGE), List.of("shop"), false));
        try {
            AppPlan plan = stack.plan(SHOP.formatted(TestStack.IMAGE, variable));
            neighbour.beside(plan);
            DeployedApp app = new Deployer(stack.swarm()).deploy(plan, LIMIT);
            assertThat(neighbour.absence()).isEmpty();
            assertThat(app.services()).hasSize(2);
            return new NameCheck(stack.swarm(), plan).report();
        } finally {
            neighbour.leave(LIMIT);
            assertThat(stack.swarm().leftovers(neighbour(stack)).isNothing()).isTrue();
        }
    }

    private static StackName neighbour(TestStack stack) {
        return new StackName("neighbour-" + stack.run().shortForm());
    }
}
