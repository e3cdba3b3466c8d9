package org.recipeharness.onswarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.recipeharness.deployment.RunId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deploys a stack on a shared network and removes it, again and again, several at a time. */
final class RemovalCycles {

    private static final Logger LOG = LoggerFactory.getLogger(RemovalCycles.class);
    private static final Duration LONGEST_CYCLE = Duration.ofMinutes(5);
    private static final int FIRST_PORT = 18110;

    private final SharedNetwork network;
    private final int atOnce;
    private final AtomicInteger remaining;

    private RemovalCycles(SharedNetwork network, int cycles, int atOnce) {
        this.network = network;
        this.atOnce = atOnce;
        this.remaining = new AtomicInteger(cycles);
    }

    /** Counts the addresses that a shared network has lost after that many cycles, of which some run at once. */
    static int lostAddresses(int cycles, int atOnce) throws InterruptedException {
        try (var network = SharedNetwork.create(RunId.random())) {
            int before = network.freeAddresses();
            long start = System.nanoTime();
            new RemovalCycles(network, cycles, atOnce).run();
            int after = network.freeAddresses();
            LOG.info(
                    "{} cycles in {} s: {} of {} addresses are free, before there were {}",
                    cycles,
                    Duration.ofNanos(System.nanoTime() - start).toSeconds(),
                    after,
                    SharedNetwork.SIZE,
                    before);
            return before - after;
        }
    }

    private void run() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int worker = 0; worker < atOnce; worker++) {
                String compose = compose(FIRST_PORT + worker);
                workers.add(threads.submit(() -> {
                    while (remaining.getAndDecrement() > 0) {
                        cycle(compose);
                    }
                    return null;
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "A cycle failed, with " + remaining.get() + " still to begin", e.getCause());
        } finally {
            // The others end their cycle, so that nothing of it is left.
            remaining.set(0);
            threads.shutdown();
            threads.awaitTermination(LONGEST_CYCLE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static void cycle(String compose) throws InterruptedException {
        try (var stack = new TestStack("harness-cycle")) {
            stack.deploy(compose, LONGEST_CYCLE);
        }
    }

    /** Two services on the shared network, one of which publishes a port, and a network of the stack's own. */
    private String compose(int port) {
        return """
                version: "3.8"
                services:
                  app:
                    image: %1$s
                    init: true
                    command: sleep infinity
                    networks: [shared, inside]
                    ports:
                      - {target: 80, published: %2$d, mode: host}
                    deploy: {endpoint_mode: dnsrr}
                  db:
                    image: %1$s
                    init: true
                    command: sleep infinity
                    networks: [shared, inside]
                    deploy: {endpoint_mode: dnsrr}
                networks:
                  shared: {external: true, name: %3$s}
                  inside:
                """.formatted(TestStack.IMAGE, port, network.name());
    }
}
