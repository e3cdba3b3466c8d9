package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.httpclient5.ApacheDockerHttpClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.recipeharness.swarm.SwarmException;

/** Two clients of one engine: one whose calls have a time limit, one for streams that stay silent for as long as nothing happens. */
final class DockerConnection implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

    private final DockerClientConfig config =
            DefaultDockerClientConfig.createDefaultConfigBuilder().build();
    private final DockerClient calls = client(ANSWER_LIMIT);
    private final DockerClient streams = client(null);

    URI host() {
        return config.getDockerHost();
    }

    DockerClient streams() {
        return streams;
    }

    /** Gives a client for one operation, which ends when its client is closed. */
    DockerClient separate() {
        return client(null);
    }

    /**
     * Performs one call.
     *
     * @param purpose what is being done, to which thing, as an error is to begin
     */
    <T> T call(String purpose, Function<DockerClient, T> operation) {
        try {
            return operation.apply(calls);
        } catch (RuntimeException e) {
            if (Interruption.ended(e)) {
                Thread.currentThread().interrupt();
            }
            throw failed(purpose, e);
        }
    }

    /** Makes an error; docker-java wraps what it throws in many ways, and the last cause is what a reader can act on. */
    SwarmException failed(String purpose, Throwable error) {
        return new SwarmException(purpose + ": " + rootOf(error).getMessage() + " (engine at " + host() + ")", error);
    }

    private static Throwable rootOf(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private DockerClient client(@Nullable Duration answerLimit) {
        var transport = new ApacheDockerHttpClient.Builder()
                .dockerHost(config.getDockerHost())
                .sslConfig(config.getSSLConfig())
                .connectionTimeout(CONNECT_LIMIT);
        if (answerLimit != null) {
            transport.responseTimeout(answerLimit);
        }
        return DockerClientImpl.getInstance(config, transport.build());
    }

    @Override
    public void close() {
        try (calls;
                streams) {
            // Both are closed, whatever the first one does.
        } catch (IOException e) {
            throw new SwarmException("Closing the connection to the engine at " + host(), e);
        }
    }
}
