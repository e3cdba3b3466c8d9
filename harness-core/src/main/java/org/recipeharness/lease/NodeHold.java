package org.recipeharness.lease;

import java.util.Optional;
import org.recipeharness.swarm.Swarm;

/**
 * One run's hold on the node: the process of the run has a lease in the swarm, and what dead ones have left is removed before the
 * run begins.
 *
 * <p>A lease names its owner and the runs that are under way, and is renewed while the process lives. One that is not renewed any more
 * is taken over, a renewed one never is.
 */
public final class NodeHold implements AutoCloseable {

    private final Swarm swarm;
    private final String run;
    private final Holding holding;
    private Optional<ProcessLease> process = Optional.empty();

    /**
     * Prepares a hold; nothing is asked yet.
     *
     * @param swarm whose node; open for as long as this is
     * @param run the run's id
     * @param holding how it wants to hold it
     */
    public NodeHold(Swarm swarm, String run, Holding holding) {
        this.swarm = swarm;
        this.run = run;
        this.holding = holding;
    }

    /**
     * Takes the node, on the first call.
     *
     * @throws LeaseException when others hold it for longer than it waits; they are named
     * @throws InterruptedException when the thread is interrupted
     */
    public void take() throws InterruptedException {
        take(ProcessLease.of(swarm));
    }

    void take(ProcessLease lease) throws InterruptedException {
        if (process.isEmpty()) {
            lease.join(run, swarm, holding);
            process = Optional.of(lease);
        }
    }

    /**
     * Insists that the hold, once taken, is not lost.
     *
     * @throws LeaseException when another process has it
     */
    public void require() {
        process.ifPresent(ProcessLease::require);
    }

    /**
     * Says that nothing is left of the run, or that what is left is kept on purpose: in neither case somebody else removes it.
     */
    public void finished() {
        process.ifPresent(lease -> lease.finished(run));
    }

    /** Lets go. Unless the run is finished, who takes the node next removes what it has left. */
    @Override
    public void close() {
        process.ifPresent(lease -> lease.leave(run));
        process = Optional.empty();
    }
}
