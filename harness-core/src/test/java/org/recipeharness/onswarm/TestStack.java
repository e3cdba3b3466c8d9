package org.recipeharness.onswarm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.recipeharness.app.AppPlan;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.Deployer;
import org.recipeharness.app.Masking;
import org.recipeharness.app.Preflight;
import org.recipeharness.app.Undeploy;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.TagKind;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.Variables;
import org.recipeharness.deployment.RunId;
import org.recipeharness.http.HttpAccess;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.stack.StackName;
import org.recipeharness.stack.StackRendering;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.docker.DockerSwarm;

/** A stack on the real swarm, of compose text that a test writes. */
final class TestStack implements AutoCloseable {

    /** The lab's base image: a shell and little more. */
    static final String IMAGE = "lab.invalid/base:bookworm";

    /** A compose file of one service that runs and does nothing; more of the service may follow, indented by four. */
    static final String SLEEPER = """
            version: "3.8"
            services:
              app:
                image: %s
                init: true
                command: sleep infinity
            """.formatted(IMAGE);

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Swarm swarm = new DockerSwarm(Optional.empty());
    private final RunId run = RunId.random();
    private final StackName name;

    TestStack() {
        this("harness");
    }

    /** Makes a stack whose name comes at another place in the alphabet. */
    TestStack(String beginning) {
        this.name = StackName.of(beginning + "-" + run.shortForm() + ".lab.test");
    }

    Swarm swarm() {
        return swarm;
    }

    /** The id that all of this stack carries. */
    RunId run() {
        return run;
    }

    StackName name() {
        return name;
    }

    /** Renders a compose file whose main service is {@code app}. */
    AppPlan plan(String compose) {
        var checkout = new Checkout(
                new RecipeName("written-by-test"), Path.of(""), "main", "0".repeat(40), true, TagKind.NONE);
        ComposeDocument document = ComposeDocument.read("compose.yml", compose, Variables.none());
        var rendering =
                new StackRendering(name, run.text(), checkout, swarm.engine().ipvs());
        return new AppPlan(
                checkout,
                "harness.lab.test",
                HttpAccess.direct(),
                "127.0.0.1",
                "app",
                rendering.render(document),
                List.of(),
                Masking.of(List.of(), List.of()));
    }

    DeployedApp deploy(String compose) throws InterruptedException {
        return deploy(compose, LIMIT);
    }

    DeployedApp deploy(String compose, Duration limit) throws InterruptedException {
        AppPlan plan = plan(compose);
        new Preflight(swarm).requireRoomFor(plan.stack());
        return new Deployer(swarm).deploy(plan, limit);
    }

    /** Deploys over what runs under this name. */
    DeployedApp upgrade(String compose) throws InterruptedException {
        AppPlan plan = plan(compose);
        new Preflight(swarm).requireUpgradable(plan.stack());
        return new Deployer(swarm).upgrade(plan, LIMIT);
    }

    void remove() throws InterruptedException {
        new Undeploy(swarm).remove(name, LIMIT);
    }

    @Override
    public void close() {
        try (swarm) {
            remove();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while stack " + name + " was being removed", e);
        }
    }
}
