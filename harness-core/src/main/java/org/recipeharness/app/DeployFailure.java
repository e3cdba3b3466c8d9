package org.recipeharness.app;

/** The ways in which a deploy fails that was taken by the swarm. */
public enum DeployFailure {
    /** The tasks of a service fail one after the other. */
    CRASH_LOOP,
    /** A service's health check ends its tasks one after the other. */
    UNHEALTHY,
    /** A service has ended, and its restart policy does not start it again. */
    ENDED,
    /** The swarm has stopped in the middle of an update, because a new task failed. */
    PAUSED,
    /** The swarm has gone back to what ran before, because a new task failed; what runs looks healthy. */
    ROLLED_BACK,
    /** No node can have an image. */
    IMAGE_UNAVAILABLE,
    /** No node can have an image, and its registry can't be asked for it: no fault of the recipe. */
    REGISTRY_UNREACHABLE,
    /** Not all services ran within the time. */
    TIMED_OUT,
    /** What runs is not what was sent. */
    DIFFERENT
}
