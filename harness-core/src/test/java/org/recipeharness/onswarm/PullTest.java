package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.app.AppPlan;
import org.recipeharness.app.DeployFailedException;
import org.recipeharness.app.DeployFailure;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.Deployer;
import org.recipeharness.app.PrePull;
import org.recipeharness.app.PulledImages;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.swarm.PullOutcome;
import org.recipeharness.swarm.PullOutcome.Fetched;
import org.recipeharness.swarm.PullOutcome.NotPublished;
import org.recipeharness.swarm.PullOutcome.Present;
import org.recipeharness.swarm.PullOutcome.Unreachable;

@OnSwarm
class PullTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Until the next attempt: whoever waits for that runs into the limit of the deploy. */
    private static final String NEVER_IN_TIME = "600s";

    private static LocalRegistry registry;

    @BeforeAll
    static void startRegistry(@TempDir Path folder) throws IOException {
        registry = LocalRegistry.start(folder);
    }

    @AfterAll
    static void stopRegistry() {
        registry.close();
    }

    @Test
    void fetchesAnImageThatTheNodeDoesNotHave(TestStack stack, @TempDir Path folder)
            throws IOException, InterruptedException {
        String image = registry.publishSmall(folder, "small:1");
        assertThat(stack.swarm().hasImage(image)).isFalse();

        PrePull.Result result = new PrePull(stack.swarm(), new PulledImages(), LIMIT)
                .all(stack.plan(running(image)).stack());

        assertThat(result.of(image))
                .hasValueSatisfying(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Fetched.class,
                                fetched -> assertThat(fetched.digest())
                                        .hasValueSatisfying(
                                                digest -> assertThat(digest).matches("sha256:[0-9a-f]{64}"))));
        assertThat(stack.swarm().hasImage(image)).isTrue();
        assertThat(stack.swarm().pull(image, LIMIT)).as("once more").isInstanceOf(Fetched.class);
    }

    @Test
    void deploysWhatItFetched(TestStack stack) throws InterruptedException {
        String image = registry.publish(TestStack.IMAGE, "sleeper:1");
        PullOutcome pulled = stack.swarm().pull(image, LIMIT);

        DeployedApp app = stack.deploy(running(image));

        String digest = ((Fetched) pulled).digest().orElseThrow();
        assertThat(app.service("app").image()).isEqualTo(image + "@" + digest);
    }

    @Test
    void hearsThatAnImageIsNotPublished(TestStack stack) throws InterruptedException {
        assertThat(stack.swarm().pull(registry.image("nobody-made-this:1"), LIMIT))
                .isInstanceOfSatisfying(
                        NotPublished.class,
                        // The second form is that of the containerd image store.
                        outcome -> assertThat(outcome.reason())
                                .containsAnyOf("manifest unknown", "/nobody-made-this:1: not found"));
    }

    @Test
    void failsADeployAtTheFirstTaskWhoseImageIsNotPublished(TestStack stack) throws InterruptedException {
        String image = registry.image("nobody-made-this:1");

        assertThatExceptionOfType(DeployFailedException.class)
                .isThrownBy(() -> deployPulled(stack, image, NEVER_IN_TIME))
                .withMessageContaining("the image " + image + " of service 'app' can't be had: No such image: " + image)
                .withMessageContaining("\nPulled before the deploy: not published: ")
                .satisfies(failure -> assertThat(failure.failure()).isEqualTo(DeployFailure.IMAGE_UNAVAILABLE));
    }

    @Test
    void doesNotBlameTheRecipeForARegistryThatCanNotBeAsked(TestStack stack) {
        assertThatExceptionOfType(DeployFailedException.class)
                .isThrownBy(() -> deployPulled(stack, "lab.invalid/nobody-has-this:1", "0s"))
                .withMessageContaining("The registry could not be asked, so this says nothing about the recipe")
                .withMessageContaining("no such host")
                .satisfies(failure -> assertThat(failure.failure()).isEqualTo(DeployFailure.REGISTRY_UNREACHABLE));
    }

    private static void deployPulled(TestStack stack, String image, String delay) throws InterruptedException {
        AppPlan plan = stack.plan(running(image) + "    deploy: {restart_policy: {delay: " + delay + "}}\n");
        PrePull.Result pulled = new PrePull(stack.swarm(), new PulledImages(), LIMIT).all(plan.stack());
        new Deployer(stack.swarm(), pulled).deploy(plan, Duration.ofSeconds(40));
    }

    @Test
    void hearsNothingFromARegistryThatIsStopped(TestStack stack, @TempDir Path own)
            throws IOException, InterruptedException {
        try (var other = LocalRegistry.start(own)) {
            String fetched = other.publishSmall(own, "small:2");
            String missing = other.publishSmall(own, "small:3");
            assertThat(stack.swarm().pull(fetched, LIMIT)).isInstanceOf(Fetched.class);
            other.stop();

            assertThat(stack.swarm().pull(missing, LIMIT))
                    .isInstanceOfSatisfying(
                            Unreachable.class,
                            outcome -> assertThat(outcome.reason()).endsWith("connection refused"));
            assertThat(stack.swarm().pull(fetched, LIMIT))
                    .isInstanceOfSatisfying(
                            Present.class,
                            outcome -> assertThat(outcome.reason())
                                    .startsWith("the registry could not be asked")
                                    .endsWith("connection refused"));
        }
    }

    @Test
    void doesNotHoldARegistrysNameThatDoesNotResolveForAnAnswer(TestStack stack) throws InterruptedException {
        assertThat(stack.swarm().pull("lab.invalid/nobody-has-this:1", LIMIT)).isInstanceOf(Unreachable.class);
    }

    @Test
    void endsAPullOfWhichNothingIsHeard(TestStack stack) throws IOException, InterruptedException {
        try (var slow = new SlowRegistry()) {
            assertThat(stack.swarm().pull(slow.silentImage(), Duration.ofSeconds(1)))
                    .isEqualTo(new Unreachable("not finished after 1 s, ended"));
            await("the connection to the engine").atMost(LIMIT).until(() -> !isStreaming());
        }
    }

    private static boolean isStreaming() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("docker-java-stream"));
    }

    @Test
    void endsAPullWhenItIsInterrupted(TestStack stack)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (var slow = new SlowRegistry()) {
            RenderedStack rendered = stack.plan(running(slow.slowImage())).stack();
            var result = new CompletableFuture<Optional<PrePull.Result>>();
            var pulling = new Thread(() -> {
                try {
                    result.complete(Optional.of(new PrePull(stack.swarm(), new PulledImages(), LIMIT).all(rendered)));
                } catch (InterruptedException e) {
                    result.complete(Optional.empty());
                }
            });
            pulling.start();
            assertThat(slow.awaitSending(LIMIT)).as("the pull is under way").isTrue();

            pulling.interrupt();

            assertThat(result.get(10, TimeUnit.SECONDS)).as("interrupted").isEmpty();
            assertThat(slow.awaitRefusal(Duration.ofSeconds(20)))
                    .as("the engine has ended it")
                    .isTrue();
        }
    }

    private static String running(String image) {
        return TestStack.SLEEPER.replace(TestStack.IMAGE, image);
    }
}
