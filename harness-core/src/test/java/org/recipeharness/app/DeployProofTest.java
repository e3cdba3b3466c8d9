package org.recipeharness.app;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recipeharness.recipe.Origin;
import org.recipeharness.stack.ContentDigest;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.stack.StackConfig;
import org.recipeharness.stack.StackService;
import org.recipeharness.swarm.ConfigState;
import org.recipeharness.swarm.ServiceState;

class DeployProofTest {

    @ParameterizedTest
    @CsvSource({
        "example/app:1, example/app:1",
        "example/app:1, example/app:1@sha256:0a1b",
        "postgres, postgres:latest@sha256:0a1b",
        "docker.io/library/postgres:15, postgres:15@sha256:0a1b",
        "docker.io/example/app, example/app:latest",
        "registry.test:5000/app, registry.test:5000/app:latest@sha256:0a1b",
        "app:1@sha256:0a1b, app:1@sha256:0a1b"
    })
    void acceptsTheImageThatWasSentHoweverTheEngineWritesIt(String sent, String running) {
        assertThatNoException()
                .isThrownBy(() -> new DeployProof(sending(sent)).check(List.of(running(running)), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "example/app:1, example/app:2",
        "example/app:1, example/app:10",
        "example/app:1, other/app:1@sha256:0a1b",
        "registry.test/app:1, app:1",
        "app:1@sha256:0a1b, app:1@sha256:ffff"
    })
    void tellsAnotherImage(String sent, String running) {
        assertThatExceptionOfType(DeployFailedException.class)
                .isThrownBy(() -> new DeployProof(sending(sent)).check(List.of(running(running)), List.of()))
                .withMessage("Comparing what runs as stack demo with what was sent: service 'app' runs the image "
                        + running + ", sent was " + sent);
    }

    @Test
    void tellsALabelThatSwarmRolledBack() {
        ServiceState app = service("app");
        var labels = new HashMap<>(app.labels());
        labels.put(RunLabels.COMMIT, "fedcba");

        assertThatExceptionOfType(DeployFailedException.class)
                .isThrownBy(() ->
                        new DeployProof(stack("app")).check(List.of(with(app, app.image(), labels)), List.of()))
                .withMessageContaining(
                        "service 'app' has the label org.recipeharness.commit=fedcba, sent was 0123456789");
    }

    @Test
    void tellsAllDifferencesAtOnce() {
        ServiceState app = service("app");

        assertThatExceptionOfType(DeployFailedException.class)
                .isThrownBy(() -> new DeployProof(stack("app", "db"))
                        .check(List.of(with(app, "other:1", Map.of(ServiceState.STACK_LABEL, "demo"))), List.of()))
                .withMessageContaining("service 'app' runs the image other:1")
                .withMessageContaining("label org.recipeharness.run=null, sent was run-1")
                .withMessageContaining("service 'db' was sent, but is not there");
    }

    @Test
    void tellsAConfigThatHoldsAnotherContentOrIsNotThere() {
        RenderedStack stack = stack("app");
        var sent = new RenderedStack(
                stack.name(),
                stack.labels(),
                stack.services(),
                List.of(config("one"), config("two"), config("three")),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "");

        assertThatExceptionOfType(DeployFailedException.class)
                .isThrownBy(() -> new DeployProof(sent)
                        .check(
                                List.of(service("app")),
                                List.of(
                                        new ConfigState("demo_one", ContentDigest.of("one")),
                                        new ConfigState("demo_two", ContentDigest.of("other")))))
                .withMessage(
                        "Comparing what runs as stack demo with what was sent: config 'demo_two' holds the content "
                                + ContentDigest.of("other") + ", sent was " + ContentDigest.of("two")
                                + " of two.tmpl; config 'demo_three' was sent, but is not there");
    }

    private static StackConfig config(String key) {
        return new StackConfig(
                key, "demo_" + key, ContentDigest.of(key), key + ".tmpl", Optional.empty(), Origin.of("compose.yml"));
    }

    private static RenderedStack sending(String image) {
        RenderedStack stack = stack("app");
        var labels = stack.services().get(0).labels();
        return new RenderedStack(
                stack.name(),
                stack.labels(),
                List.of(new StackService("app", image, List.of(), List.of(), labels, List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "");
    }

    private static ServiceState running(String image) {
        return with(service("app"), image, service("app").labels());
    }

    private static ServiceState with(ServiceState state, String image, Map<String, String> labels) {
        return new ServiceState(
                state.id(),
                state.name(),
                image,
                1,
                labels,
                List.of(),
                state.taskSpec(),
                state.endpointSpec(),
                state.update());
    }
}
