package org.recipeharness.swarm.docker;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.recipeharness.process.Command;
import org.recipeharness.process.CommandException;
import org.recipeharness.process.Finished;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.swarm.StackRefusedException;

/** Sends a stack by the docker CLI, which is the reference implementation of compose files on a swarm. */
final class StackDeploy {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** The CLI fills in from its own environment what a recipe names without a value: nothing of this process may get there. */
    private static final Pattern ITS_OWN = Pattern.compile("PATH|HOME|DOCKER_.*");

    private final URI host;

    StackDeploy(URI host) {
        this.host = host;
    }

    void send(RenderedStack stack) throws InterruptedException {
        // Its exit code only says that the swarm took the stack; whether it runs is looked at afterwards.
        Finished finished = Command.of(
                        "docker",
                        "stack",
                        "deploy",
                        "--compose-file",
                        "-",
                        stack.name().text())
                .inheriting(ITS_OWN)
                .with("DOCKER_HOST", host.toString())
                .reading(stack.document())
                .within(LIMIT)
                .run();
        try {
            finished.orFail("Deploying the stack " + stack.name());
        } catch (CommandException e) {
            throw new StackRefusedException(String.valueOf(e.getMessage()), e);
        }
    }
}
