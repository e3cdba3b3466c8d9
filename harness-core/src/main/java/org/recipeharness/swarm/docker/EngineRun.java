package org.recipeharness.swarm.docker;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.recipeharness.swarm.ContainerRun;
import org.recipeharness.swarm.ExecResult;
import org.recipeharness.swarm.OutputReader;
import org.recipeharness.swarm.SwarmException;

/**
 * Runs a program in a container of its own, attached before it starts.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerAttach">Engine API:
 *     attach to a container</a>
 */
final class EngineRun {

    private static final long UNTIL_ENDED_SECONDS = 30;

    private final DockerConnection connection;
    private final ContainerRun run;
    private final String purpose;

    EngineRun(DockerConnection connection, ContainerRun run) {
        this.connection = connection;
        this.run = run;
        this.purpose = "Running " + run;
    }

    ExecResult toItsEnd(OutputReader reader) throws InterruptedException {
        long start = System.nanoTime();
        try (var container = OwnContainer.create(
                        connection,
                        purpose,
                        run.image(),
                        run.labels(),
                        run.mounts(),
                        command -> command.withCmd(run.words())
                                .withEnv(run.variables().entrySet().stream()
                                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                                        .toList()));
                var socket = EngineSocket.open(connection.host());
                var limit = new TimeLimit(run.limit(), socket::abandon)) {
            try {
                ProgramOutput output = socket.attach(container.id());
                connection.call(
                        purpose,
                        client -> client.startContainerCmd(container.id()).exec());
                IOException fault = read(reader, output);
                int exit = exit(container.id());
                if (fault != null && exit == 0) {
                    throw new SwarmException(purpose + ": reading its output: " + fault.getMessage(), fault);
                }
                return new ExecResult(exit, "", output.errors(), Duration.ofNanos(System.nanoTime() - start));
            } catch (IOException e) {
                throw limit.exceeded()
                        ? SwarmException.timedOut(
                                purpose + ": not finished after " + run.limit().toSeconds() + " s, ended", e)
                        : broken(e);
            }
        } catch (SwarmException e) {
            if (Interruption.ended(e)) {
                throw interrupted(e);
            }
            throw e;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** A reader that fails has mostly been given half of an output, by a program that fails, too. */
    private static @Nullable IOException read(OutputReader reader, ProgramOutput output)
            throws IOException, InterruptedException {
        IOException fault = null;
        try {
            reader.read(output);
        } catch (IOException e) {
            if (Interruption.ended(e)) {
                throw e;
            }
            fault = e;
        }
        output.transferTo(OutputStream.nullOutputStream());
        return fault;
    }

    private int exit(String container) {
        return connection.call(
                purpose,
                client -> client.waitContainerCmd(container)
                        .start()
                        .awaitStatusCode(UNTIL_ENDED_SECONDS, TimeUnit.SECONDS));
    }

    private SwarmException broken(IOException e) throws InterruptedException {
        if (Interruption.ended(e)) {
            throw interrupted(e);
        }
        return new SwarmException(purpose + ": the connection to the engine broke: " + e.getMessage(), e);
    }

    private InterruptedException interrupted(Exception cause) {
        Thread.interrupted();
        var interrupted = new InterruptedException(purpose + " was interrupted");
        interrupted.initCause(cause);
        return interrupted;
    }
}
