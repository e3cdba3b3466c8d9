package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.SwarmException;

/** Reads what a service's tasks wrote. */
final class ServiceLogs {

    private static final int LIMIT_SECONDS = 30;

    private final DockerConnection connection;

    ServiceLogs(DockerConnection connection) {
        this.connection = connection;
    }

    List<String> last(ServiceState service, int lines) throws InterruptedException {
        var collected = new Collected();
        try (var following = connection
                .streams()
                .logServiceCmd(service.id())
                .withStdout(true)
                .withStderr(true)
                .withTimestamps(true)
                .withTail(lines)
                .exec(collected)) {
            if (!following.awaitCompletion(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw SwarmException.timedOut(
                        "Reading the log of service " + service.name() + ": not finished after " + LIMIT_SECONDS + " s",
                        null);
            }
        } catch (IOException | DockerException e) {
            throw new SwarmException("Reading the log of service " + service.name() + ": " + e.getMessage(), e);
        }
        List<String> sorted = collected
                .bytes
                .toString(StandardCharsets.UTF_8)
                .lines()
                .sorted()
                .toList();
        return sorted.subList(Math.max(0, sorted.size() - lines), sorted.size());
    }

    private static final class Collected extends ResultCallback.Adapter<Frame> {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void onNext(Frame frame) {
            bytes.writeBytes(frame.getPayload());
        }
    }
}
