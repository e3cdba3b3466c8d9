package org.recipeharness.app;

/** The ways in which a deploy fails that was taken by the swarm. */
public enum DeployFailure {
    /** The tasks of a service fail one after the other. */
    CRASH_LOOP(Origin.RECIPE),
    /** A service's health check ends its tasks one after the other. */
    UNHEALTHY(Origin.RECIPE),
    /** A service has ended, and its restart policy does not start it again. */
    ENDED(Origin.RECIPE),
    /** The swarm has stopped in the middle of an update, because a new task failed. */
    PAUSED(Origin.RECIPE),
    /** The swarm has gone back to what ran before, because a new task failed; what runs looks healthy. */
    ROLLED_BACK(Origin.RECIPE),
    /** No node can have an image. */
    IMAGE_UNAVAILABLE(Origin.RECIPE),
    /** No node can have an image, and its registry can't be asked for it: no fault of the recipe. */
    REGISTRY_UNREACHABLE(Origin.OUTSIDE),
    /** A program or a container outside of the stack holds a port that a service publishes. */
    PORT_HELD(Origin.OUTSIDE),
    /** A network that the stack shares with others has no free address, or the swarm has no free subnet for a network. */
    ADDRESSES_SPENT(Origin.OUTSIDE),
    /** A node does not start tasks for another reason of its own or of its networks. */
    NODE_FAULT(Origin.OUTSIDE),
    /** Not all services ran within the time. */
    TIMED_OUT(Origin.RECIPE),
    /** What runs is not what was sent. */
    DIFFERENT(Origin.HARNESS);

    private final Origin origin;

    DeployFailure(Origin origin) {
        this.origin = origin;
    }

    /**
     * Return where the reason lies, as far as the kind of the failure shows it.
     *
     * @return the recipe, the harness, or neither
     */
    public Origin origin() {
        return origin;
    }

    /** Where the reason for a failed deploy lies. */
    public enum Origin {
        /** In the recipe that was deployed. */
        RECIPE,
        /** In the harness that deployed it. */
        HARNESS,
        /** In neither: in the swarm, its nodes, its networks or a registry. */
        OUTSIDE
    }
}
