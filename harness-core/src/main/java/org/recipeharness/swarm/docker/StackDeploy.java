package org.recipeharness.swarm.docker;

import java.net.URI;
import java.time.Duration;
import org.recipeharness.process.Command;
import org.recipeharness.stack.RenderedStack;

/** Sends a stack by the docker CLI, which is the reference implementation of compose files on a swarm. */
final class StackDeploy {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final URI host;

    StackDeploy(URI host) {
        this.host = host;
    }

    void send(RenderedStack stack) throws InterruptedException {
        // Its exit code only says that the swarm took the stack; whether it runs is looked at afterwards.
        Command.of(
                        "docker",
                        "stack",
                        "deploy",
                        "--compose-file",
                        "-",
                        stack.name().text())
                .with("DOCKER_HOST", host.toString())
                .reading(stack.document())
                .within(LIMIT)
                .run()
                .orFail("Deploying the stack " + stack.name());
    }
}
