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

    /**
     * Prepares to deploy to a swarm.
     *
     * @param swarm where to
     */
    public Deployer(Swarm swarm) {
        this.swarm = swarm;
    }

    /**
     * Deploys an app for which {@link Preflight} has found room.
     *
     * @param plan what to deploy
     * @param limit how long it may take until all services have converged
     * @return the app, converged, with what runs compared to what was sent
     * @throws org.recipeharness.swarm.SwarmException when the swarm refuses it
     * @throws DeployFailedException when it did not converge, crash-loops, or something else runs than was sent
     * @throws InterruptedException when the thread is interrupted; what was sent is left for its owner to remove
     */
    public DeployedApp deploy(AppPlan plan, Duration limit) throws InterruptedException {
        plan.stack().adaptations().forEach(adaptation -> LOG.info("Adapted to this host: {}", adaptation));
        Instant start = Instant.now();
        try (Changes changes = swarm.watch(plan.stack().name())) {
            swarm.deploy(plan.stack());
            new Convergence(swarm, plan).await(changes, limit);
        }
        new DeployProof(plan.stack()).check(swarm.services(plan.stack().name()));
        Duration took = Duration.between(start, Instant.now());
        LOG.info(
                "Deployed {} as stack {} in {} ms",
                plan.checkout(),
                plan.stack().name(),
                took.toMillis());
        return new DeployedApp(swarm, plan, took);
    }
}
