package org.recipeharness.recipes.mumble;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.recipeharness.process.Command;

/** Lets a container's processes stand still for a while: what a node that is loaded beyond all measure looks like from outside. */
public final class Pause {

    private Pause() {}

    /**
     * Pauses a container, and lets it go on by itself.
     *
     * @param container its id
     * @param duration how long it stands still
     * @return completed once the container goes on
     * @throws InterruptedException when the thread is interrupted
     */
    public static CompletableFuture<Void> of(String container, Duration duration) throws InterruptedException {
        docker("pause", container);
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        docker("unpause", container);
                    } catch (InterruptedException e) {
                        throw new CompletionException(e);
                    }
                },
                CompletableFuture.delayedExecutor(duration.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static void docker(String verb, String container) throws InterruptedException {
        Command.of("docker", verb, container).run().orFail("Doing '" + verb + "' to container " + container);
    }
}
