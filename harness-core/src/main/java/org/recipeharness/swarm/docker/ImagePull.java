package org.recipeharness.swarm.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.recipeharness.swarm.PullOutcome;

/**
 * Pulls an image onto the engine's node.
 *
 * <p>The engine ends a pull when its client goes away, and docker-java lets go of a request only once the engine has begun to
 * answer. So each pull has a client of its own, which goes away with it.
 */
final class ImagePull {

    private final DockerConnection connection;

    ImagePull(DockerConnection connection) {
        this.connection = connection;
    }

    Optional<String> id(String image) {
        return connection.call("Looking for the image " + image, client -> {
            try {
                return Optional.ofNullable(client.inspectImageCmd(image).exec().getId());
            } catch (NotFoundException e) {
                return Optional.empty();
            }
        });
    }

    PullOutcome pull(String image, Duration limit) throws InterruptedException {
        PullOutcome outcome = attempt(image, limit);
        if (outcome instanceof PullOutcome.Fetched || id(image).isEmpty()) {
            return outcome;
        }
        return new PullOutcome.Present(outcome.toString());
    }

    private PullOutcome attempt(String image, Duration limit) throws InterruptedException {
        ImageReference reference = ImageReference.of(image);
        try (DockerClient client = connection.separate();
                var progress = new PullProgress()) {
            client.pullImageCmd(reference.name()).withTag(reference.version()).exec(progress);
            if (!progress.awaitCompletion(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                return new PullOutcome.Unreachable("not finished after " + limit.toSeconds() + " s, ended");
            }
            return progress.outcome();
        } catch (IOException | RuntimeException e) {
            throw connection.failed("Pulling the image " + image, e);
        }
    }
}
