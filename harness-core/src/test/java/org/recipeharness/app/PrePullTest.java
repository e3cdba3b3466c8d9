package org.recipeharness.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.PullOutcome.Fetched;
import org.recipeharness.swarm.PullOutcome.NotPublished;
import org.recipeharness.swarm.PullOutcome.Present;
import org.recipeharness.swarm.PullOutcome.Unreachable;
import org.recipeharness.swarm.States;

class PrePullTest {

    private static final Fetched FETCHED = new Fetched(Optional.of("sha256:4e8a"));
    private static final NotPublished WITHDRAWN = new NotPublished("manifest unknown");

    private final FakeSwarm swarm = new FakeSwarm(new FakeTime());
    private final PrePull prePull = new PrePull(swarm, new PulledImages(), Duration.ofSeconds(90));

    @Test
    void pullsEachImageOnceWithinTheLimit() throws InterruptedException {
        swarm.pulling("example/app:1", FETCHED).pulling("example/db:1", WITHDRAWN);

        PrePull.Result result = prePull.all(States.stack("app", "db", "app"));

        assertThat(result.images()).extracting(ImageUse::image).containsExactly("example/app:1", "example/db:1");
        assertThat(result.of("example/app:1")).contains(FETCHED);
        assertThat(result.of("example/db:1")).contains(WITHDRAWN);
        assertThat(result.of("example/other:1")).isEmpty();
        assertThat(swarm.operations())
                .containsExactlyInAnyOrder("pull example/app:1 within PT1M30S", "pull example/db:1 within PT1M30S");
    }

    @Test
    void leavesWhatTheNodeHasWhenOnlyMissingImagesAreWanted() throws InterruptedException {
        swarm.havingImage("example/app:1").pulling("example/db:1", FETCHED);

        PrePull.Result result = prePull.missing(States.stack("app", "db"));

        assertThat(result.of("example/app:1")).contains(new Present("only missing images are pulled (harness.pull)"));
        assertThat(result.of("example/db:1")).contains(FETCHED);
    }

    @Test
    void pullsNoneTwiceUnlessItHasGoneOrCouldNotBeHad() throws InterruptedException {
        swarm.havingImage("example/app:1")
                .pulling("example/app:1", FETCHED)
                .pulling("example/gone:1", FETCHED)
                .pulling("example/db:1", WITHDRAWN);
        RenderedStack stack = States.stack("app", "gone", "db");
        prePull.all(stack);

        PrePull.Result again = prePull.all(stack);

        assertThat(again.of("example/app:1")).contains(FETCHED);
        String within = " within PT1M30S";
        assertThat(swarm.operations())
                .containsExactlyInAnyOrder(
                        "pull example/app:1" + within,
                        "pull example/gone:1" + within,
                        "pull example/db:1" + within,
                        "pull example/gone:1" + within,
                        "pull example/db:1" + within);
    }

    @Test
    void isNotBrokenByAnEngineThatDoesNotAnswer() throws InterruptedException {
        assertThat(prePull.all(States.stack("app")).of("example/app:1"))
                .contains(new Unreachable("Pulling the image example/app:1: no engine"));
    }

    @Test
    void hasNothingToDoForAStackWithoutServices() throws InterruptedException {
        RenderedStack empty = States.stack();

        assertThat(prePull.all(empty)).isEqualTo(PrePull.Result.none());
    }

    @Test
    void tellsAsEvidenceWhatCameOfEachImage() {
        var result = new PrePull.Result(List.of(
                new ImageUse("example/app:1", FETCHED, Duration.ofMillis(1200)),
                new ImageUse("example/db:1", WITHDRAWN, Duration.ofMillis(30)),
                new ImageUse("example/web:1", new Present("not published: denied"), Duration.ofMillis(40)),
                new ImageUse("example/cache:1", new Unreachable("connection refused"), Duration.ofMillis(50))));

        assertThat(result.text()).isEqualTo("""
                        Pulled before the deploy. This decides nothing: whether the stack comes up, the deploy tells.
                        example/app:1: fetched, sha256:4e8a (1200 ms)
                        example/db:1: not published: manifest unknown (30 ms)
                        example/web:1: already on the node, and left as it is: not published: denied (40 ms)
                        example/cache:1: the registry could not be asked: connection refused (50 ms)
                        """);
        assertThat(PrePull.Result.none().text()).isEqualTo("No image was pulled before the deploy.\n");
    }
}
