package org.recipeharness.onswarm;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.recipeharness.deployment.RunId;
import org.recipeharness.process.Command;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;

/**
 * An overlay network that stacks share, as recipes share {@code proxy}. By default its subnet has 16 addresses, so that a few lost
 * ones are noticed at once.
 *
 * @param name its name
 */
record SharedNetwork(String name) implements AutoCloseable {

    /** How many addresses its subnet has; some of them are the network's own. */
    static final int SIZE = 16;

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** Creates the network with a subnet of its own. */
    static SharedNetwork create(RunId run) throws InterruptedException {
        return create(run, "10.96." + ThreadLocalRandom.current().nextInt(250) + ".0/28");
    }

    static SharedNetwork create(RunId run, String subnet) throws InterruptedException {
        String name = "harness-shared-" + run.shortForm();
        Command.of(
                        "docker",
                        "network",
                        "create",
                        "--driver=overlay",
                        "--attachable",
                        "--subnet=" + subnet,
                        "--label=" + RunLabels.RUN + "=" + run,
                        name)
                .run()
                .orFail("Creating the network " + name);
        return new SharedNetwork(name);
    }

    /**
     * Counts the addresses that the network still has to give: starts more tasks than it can serve, and counts those that run.
     */
    int freeAddresses() throws InterruptedException {
        try (var stack = new TestStack("harness-count")) {
            stack.swarm().deploy(stack.plan(filling()).stack());
            return running(stack);
        }
    }

    private String filling() {
        return """
                version: "3.8"
                services:
                  app:
                    image: %s
                    init: true
                    command: sleep infinity
                    networks: [shared]
                    deploy: {replicas: %d, endpoint_mode: dnsrr}
                networks:
                  shared: {external: true, name: %s}
                """.formatted(TestStack.IMAGE, SIZE, name);
    }

    /** Waits until each task runs or is left without an address, which swarm shows as {@code new}. */
    private static int running(TestStack stack) throws InterruptedException {
        long start = System.nanoTime();
        try (var changes = stack.swarm().watch(stack.name())) {
            while (true) {
                List<TaskState> tasks = stack.swarm().tasks(stack.name());
                long running = tasks.stream().filter(TaskState::isRunning).count();
                long without = tasks.stream()
                        .filter(task -> task.phase() == TaskPhase.NEW)
                        .count();
                if (running > 0 && running + without == SIZE) {
                    return (int) running;
                }
                if (System.nanoTime() - start > LIMIT.toNanos()) {
                    throw new IllegalStateException("The tasks of " + stack.name() + " have not settled after "
                            + LIMIT.toMinutes() + " minutes: " + tasks);
                }
                changes.await(PAUSE);
            }
        }
    }

    /** The engine refuses it as long as it releases the endpoints of tasks that have ended. */
    @Override
    public void close() {
        await("removal of the network " + name)
                .atMost(LIMIT)
                .until(() -> Command.of("docker", "network", "rm", name).run().exit() == 0);
    }
}
