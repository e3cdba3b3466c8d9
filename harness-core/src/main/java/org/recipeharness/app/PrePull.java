package org.recipeharness.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackService;
import org.recipeharness.swarm.PullOutcome;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pulls a stack's images before it is deployed, so that a slow registry takes none of the deploy's time.
 *
 * <p>It decides nothing: no image makes it fail, and what it is told belongs below a deploy's verdict, never at its head. Whether a
 * stack comes up is the deploy's to find out.
 */
public final class PrePull {

    private static final Logger LOG = LoggerFactory.getLogger(PrePull.class);
    private static final int AT_ONCE = 3;

    private final Swarm swarm;
    private final PulledImages before;
    private final Duration limit;

    /**
     * Prepares to pull.
     *
     * @param swarm onto which node
     * @param before what was pulled there already, and is not pulled again
     * @param limit how long each image may take
     */
    public PrePull(Swarm swarm, PulledImages before, Duration limit) {
        this.swarm = swarm;
        this.before = before;
        this.limit = limit;
    }

    /**
     * Pulls all images.
     *
     * @param stack whose
     * @return what came of each
     * @throws InterruptedException when the thread is interrupted; pulls under way are ended
     */
    public Result all(RenderedStack stack) throws InterruptedException {
        return pull(stack, image -> true);
    }

    /**
     * Pulls the images that the node does not have.
     *
     * @param stack whose
     * @return what came of each
     * @throws InterruptedException when the thread is interrupted; pulls under way are ended
     */
    public Result missing(RenderedStack stack) throws InterruptedException {
        return pull(stack, image -> !swarm.hasImage(image));
    }

    private Result pull(RenderedStack stack, Predicate<String> wanted) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, work -> {
            var thread = new Thread(work, "pre-pull");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<ImageUse>> pulls = stack.services().stream()
                    .map(StackService::image)
                    .distinct()
                    .map(image -> workers.submit(() -> use(image, wanted)))
                    .toList();
            var uses = new ArrayList<ImageUse>();
            for (Future<ImageUse> pull : pulls) {
                uses.add(pull.get());
                LOG.info("Before the deploy of stack {}: {}", stack.name(), uses.get(uses.size() - 1));
            }
            return new Result(uses);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Pulling the images of stack " + stack.name() + ": unexpected", e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private ImageUse use(String image, Predicate<String> wanted) throws InterruptedException {
        Instant start = Instant.now();
        return new ImageUse(image, outcome(image, wanted), Duration.between(start, Instant.now()));
    }

    private PullOutcome outcome(String image, Predicate<String> wanted) throws InterruptedException {
        try {
            if (!wanted.test(image)) {
                return new PullOutcome.Present("only missing images are pulled (harness.pull)");
            }
            Optional<PullOutcome> earlier = before.of(image, swarm);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            PullOutcome outcome = swarm.pull(image, limit);
            before.note(image, outcome);
            return outcome;
        } catch (SwarmException e) {
            return new PullOutcome.Unreachable(String.valueOf(e.getMessage()));
        }
    }

    /**
     * What came of a stack's images.
     *
     * @param images each image once, in the order of the services; empty where none was pulled
     */
    public record Result(List<ImageUse> images) {

        public Result {
            images = List.copyOf(images);
        }

        /**
         * Tells that no image was pulled.
         *
         * @return a result without images
         */
        public static Result none() {
            return new Result(List.of());
        }

        /**
         * Finds what came of an image.
         *
         * @param image its name, as rendered
         * @return empty where it was not pulled
         */
        public Optional<PullOutcome> of(String image) {
            return images.stream()
                    .filter(use -> use.image().equals(image))
                    .map(ImageUse::outcome)
                    .findFirst();
        }

        /**
         * Writes it down as evidence.
         *
         * @return a line for each image, below one that says what they are worth
         */
        public String text() {
            return images.isEmpty()
                    ? "No image was pulled before the deploy.\n"
                    : "Pulled before the deploy. This decides nothing: whether the stack comes up, the deploy tells.\n"
                            + images.stream().map(use -> use + "\n").collect(Collectors.joining());
        }
    }
}
