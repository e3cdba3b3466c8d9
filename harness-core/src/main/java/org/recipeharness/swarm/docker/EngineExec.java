package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.command.InspectExecResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import org.recipeharness.swarm.ExecRequest;
import org.recipeharness.swarm.ExecResult;
import org.recipeharness.swarm.SwarmException;

/**
 * Runs a command in a container, on a connection of its own to the engine.
 *
 * <p>docker-java never closes its half of an exec's connection, so that a command which reads its input to the end never ends.
 * Here the connection is half-closed behind the input, as the engine's documentation asks.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Exec">Engine API: exec</a>
 */
final class EngineExec {

    private final DockerConnection connection;

    EngineExec(DockerConnection connection) {
        this.connection = connection;
    }

    ExecResult run(String container, ExecRequest request) throws InterruptedException {
        String purpose =
                "Running '" + request + "' in container " + container.substring(0, Math.min(12, container.length()));
        String exec = create(container, request, purpose);
        long start = System.nanoTime();
        ExecOutput output = attended(exec, request, purpose);
        InspectExecResponse ended =
                connection.call(purpose, client -> client.inspectExecCmd(exec).exec());
        Long exit = ended.getExitCodeLong();
        if (exit == null) {
            throw new SwarmException(purpose + ": its output has ended, but the engine gives no exit code for it");
        }
        return new ExecResult(exit.intValue(), output.out(), output.err(), Duration.ofNanos(System.nanoTime() - start));
    }

    private String create(String container, ExecRequest request, String purpose) {
        try {
            return connection.call(
                    purpose,
                    client -> client.execCreateCmd(container)
                            .withCmd(request.words().toArray(String[]::new))
                            .withEnv(request.variables().entrySet().stream()
                                    .map(variable -> variable.getKey() + "=" + variable.getValue())
                                    .toList())
                            .withAttachStdin(true)
                            .withAttachStdout(true)
                            .withAttachStderr(true)
                            .exec()
                            .getId());
        } catch (SwarmException e) {
            throw notBegun(e);
        }
    }

    /** The engine's answer is a conflict for a container that is paused, and for one that does not run. */
    private static SwarmException notBegun(SwarmException refused) {
        String message = String.valueOf(refused.getMessage());
        if (refused.getCause() instanceof ConflictException && message.contains("is paused")) {
            return SwarmException.containerPaused(message, refused);
        }
        return refused.getCause() instanceof NotFoundException || refused.getCause() instanceof ConflictException
                ? SwarmException.containerGone(message, refused)
                : refused;
    }

    private ExecOutput attended(String exec, ExecRequest request, String purpose) throws InterruptedException {
        try (var socket = EngineSocket.open(connection.host())) {
            try (var limit = new TimeLimit(request.limit(), socket::abandon)) {
                return output(socket, exec, request, purpose, limit);
            }
        } catch (ClosedByInterruptException e) {
            Thread.interrupted();
            throw interrupted(e);
        } catch (IOException e) {
            throw new SwarmException(purpose + ": the connection to the engine broke: " + e.getMessage(), e);
        }
    }

    private static ExecOutput output(
            EngineSocket socket, String exec, ExecRequest request, String purpose, TimeLimit limit) throws IOException {
        try {
            return socket.exec(exec, request.input());
        } catch (IOException e) {
            if (limit.exceeded()) {
                throw SwarmException.timedOut(
                        purpose + ": not finished after " + request.limit().toMillis()
                                + " ms. The engine has no way to end it; it may still run in the container",
                        e);
            }
            throw e;
        }
    }

    private static InterruptedException interrupted(IOException cause) {
        var interrupted = new InterruptedException("Interrupted while a command ran in a container");
        interrupted.initCause(cause);
        return interrupted;
    }
}
