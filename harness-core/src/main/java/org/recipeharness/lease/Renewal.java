package org.recipeharness.lease;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.recipeharness.swarm.SwarmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews a lease beside all that is done in it, until it is closed or the lease is lost. */
final class Renewal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

    private final HeldLease lease;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "recipe-harness-lease");
        thread.setDaemon(true);
        return thread;
    });

    Renewal(HeldLease lease, Duration interval) {
        this.lease = lease;
        var unused =
                timer.scheduleWithFixedDelay(this::renew, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void renew() {
        try {
            lease.renew();
        } catch (SwarmException e) {
            // The next one may go well; a lease outlasts several that don't.
            LOG.debug("Renewing the lease on the swarm's node: {}", e.getMessage());
        } catch (LeaseException e) {
            LOG.error("{}", e.getMessage());
            timer.shutdown();
        }
    }

    @Override
    public void close() {
        // Not interrupted: what it is about to change may be changed already.
        timer.shutdown();
    }
}
