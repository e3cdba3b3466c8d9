package org.recipeharness.app;

import java.time.Duration;
import java.time.Instant;
import org.recipeharness.swarm.Changes;
import org.recipeharness.swarm.Swarm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings an app onto a swarm and proves that it is the one that was sent. */
public final class Deployer {

    private static final Logger LOG = LoggerFactory.getLogger(Deployer.class);

    private final Swarm swarm;
    private final PrePull.Result pulled;

    /**
     * Prepares to deploy to a swarm, without having pulled the images.
     *
     * @param swarm where to
     */
    public Deployer(Swarm swarm) {
        this(swarm, PrePull.Result.none());
    }

    /**
     * Prepares to deploy to a swarm.
     *
     * @param swarm where to
     * @param pulled what came of pulling the images, by which a missing one is judged
     */
    public Deployer(Swarm swarm, PrePull.Result pulled) {
        this.swarm = swarm;
        this.pulled = pulled;
    }

    /**
     * Deploys an app for which {@link Preflight} has found room.
     *
     * @param plan what to deploy
     * @param limit how long it may take until all services have converged
     * @return the app, converged, with what runs compared to what was sent
     * @throws org.recipeharness.swarm.StackRefusedException when the swarm refuses it
     * @throws DeployFailedException when it did not converge, crash-loops, or something else runs than was sent
     * @throws InterruptedException when the thread is interrupted; what was sent is left for its owner to remove
     */
    public DeployedApp deploy(AppPlan plan, Duration limit) throws InterruptedException {
        return send(plan, Before.nothing(), limit);
    }

    /**
     * Deploys an app over the one that runs, in place and without pruning, as a maintainer's upgrade does. {@link Preflight} has
     * found that it can be.
     *
     * @param plan what to deploy, under the name of a stack that runs
     * @param limit how long it may take until all services have converged
     * @return the app, converged, with what runs compared to what was sent; services that it has no more are left running
     * @throws org.recipeharness.swarm.StackRefusedException when the swarm refuses it
     * @throws DeployFailedException when it did not converge, was paused or rolled back by the swarm, crash-loops, or something
     *     else runs than was sent
     * @throws InterruptedException when the thread is interrupted; what was sent is left for its owner to remove
     */
    public DeployedApp upgrade(AppPlan plan, Duration limit) throws InterruptedException {
        return send(plan, Before.of(swarm, plan.stack().name()), limit);
    }

    private DeployedApp send(AppPlan plan, Before before, Duration limit) throws InterruptedException {
        plan.stack().adaptations().forEach(adaptation -> LOG.info("Adapted to this host: {}", adaptation));
        Instant start = Instant.now();
        try (Changes changes = swarm.watch(plan.stack().name())) {
            swarm.deploy(plan.stack());
            new Convergence(swarm, plan, before, pulled).await(changes, limit);
        }
        new DeployProof(plan.stack())
                .check(
                        swarm.services(plan.stack().name()),
                        swarm.configs(plan.stack().name()));
        Duration took = Duration.between(start, Instant.now());
        LOG.info(
                "Deployed {} as stack {} in {} ms",
                plan.checkout(),
                plan.stack().name(),
                took.toMillis());
        return new DeployedApp(swarm, plan, before, took);
    }
}
