package org.recipeharness.app;

import org.recipeharness.fault.Fault;
import org.recipeharness.fault.Fault.Timing;
import org.recipeharness.fault.Party;

/** The ways in which a deploy fails that was taken by the swarm. */
public enum DeployFailure {
    /** The tasks of a service fail one after the other. */
    CRASH_LOOP(Party.RECIPE, Timing.DEATH),
    /** A service's health check ends its tasks one after the other, as it does if it has no answer in time. */
    UNHEALTHY(Party.RECIPE, Timing.LIMIT),
    /** A service has ended, and its restart policy does not start it again. */
    ENDED(Party.RECIPE, Timing.DEATH),
    /** The swarm has stopped in the middle of an update, because a new task failed. */
    PAUSED(Party.RECIPE, Timing.DEATH),
    /** The swarm has gone back to what ran before, because a new task failed; what runs looks healthy. */
    ROLLED_BACK(Party.RECIPE, Timing.DEATH),
    /** No node can have an image. */
    IMAGE_UNAVAILABLE(Party.RECIPE, Timing.DEATH),
    /** No node can have an image, and its registry can't be asked for it: no fault of the recipe. */
    REGISTRY_UNREACHABLE(Party.EXTERNAL, Timing.DEATH),
    /** A program or a container outside of the stack holds a port that a service publishes. */
    PORT_HELD(Party.EXTERNAL, Timing.DEATH),
    /** A network that the stack shares with others has no free address, or the swarm has no free subnet for a network. */
    ADDRESSES_SPENT(Party.EXTERNAL, Timing.DEATH),
    /** A node does not start tasks for another reason of its own or of its networks. */
    NODE_FAULT(Party.EXTERNAL, Timing.DEATH),
    /** No node can take a task of a service, because of what the recipe asks for. */
    UNPLACEABLE(Party.RECIPE, Timing.DEATH),
    /** Not all services ran within the time. */
    TIMED_OUT(Party.RECIPE, Timing.LIMIT),
    /** What runs is not what was sent. */
    DIFFERENT(Party.HARNESS, Timing.DEATH);

    private final Party party;
    private final Timing timing;

    DeployFailure(Party party, Timing timing) {
        this.party = party;
        this.timing = timing;
    }

    /**
     * Return who is to answer for a failure of this kind, as far as the kind shows it.
     *
     * @return its fault
     */
    public Fault fault() {
        return Fault.of(party).with(timing);
    }
}
