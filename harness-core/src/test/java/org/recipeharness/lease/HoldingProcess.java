package org.recipeharness.lease;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.recipeharness.process.Command;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.docker.DockerSwarm;

/** A process of its own that holds the node, makes things there that a run would make, and waits to be killed. */
final class HoldingProcess {

    /** What it prints once all is there. */
    static final String READY = "holding";

    private HoldingProcess() {}

    static Process start(String prefix, String run, Duration lasts) throws java.io.IOException {
        return command(System.getProperty("java.class.path"), prefix, run, lasts)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Starts one with other libraries, whose error output comes with its standard output. */
    static Process startWith(String classPath, String prefix, String run, Duration lasts) throws java.io.IOException {
        return command(classPath, prefix, run, lasts).redirectErrorStream(true).start();
    }

    private static ProcessBuilder command(String classPath, String prefix, String run, Duration lasts) {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                HoldingProcess.class.getName(),
                prefix,
                run,
                lasts.toString());
    }

    /** The stack that it deploys. */
    static StackName stack(String run) {
        return new StackName("held-" + run);
    }

    /**
     * Holds.
     *
     * @param arguments what the names of leases begin with, the run's id, how long its lease lasts
     */
    public static void main(String[] arguments) throws InterruptedException {
        String run = arguments[1];
        var lease = new ProcessLease(new Term(Duration.parse(arguments[2])), arguments[0]);
        var swarm = new DockerSwarm(Optional.empty());
        new NodeHold(swarm, run, new Holding(1, Duration.ofSeconds(1), Set.of(), Duration.ofSeconds(30))).take(lease);
        swarm.createSecret(stack(run), stack(run) + "_password", "secret", Map.of(RunLabels.RUN, run));
        swarm.createVolume("held-alone-" + run, Map.of(RunLabels.RUN, run));
        Command.of(
                        "docker",
                        "stack",
                        "deploy",
                        "--compose-file",
                        "-",
                        stack(run).text())
                .reading("""
                        version: "3.8"
                        services:
                          app:
                            image: lab.invalid/base:bookworm
                            command: sleep infinity
                            init: true
                            volumes: ["data:/data"]
                            deploy: {labels: {%1$s: %2$s}}
                        networks:
                          default: {labels: {%1$s: %2$s}}
                        volumes:
                          data: {labels: {%1$s: %2$s}}
                        """.formatted(RunLabels.RUN, run))
                .run()
                .orFail("Deploying " + stack(run));
        System.out.println(READY);
        new CountDownLatch(1).await();
    }
}
