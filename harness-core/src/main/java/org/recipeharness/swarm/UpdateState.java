package org.recipeharness.swarm;

import java.time.Instant;

/**
 * How a service's latest update goes.
 *
 * @param phase the engine's word for it
 * @param started when it began; an older one than one's own update tells nothing about it
 * @param message what the engine says, or empty
 */
public record UpdateState(Phase phase, Instant started, String message) {

    /**
     * The engine's words for the state of an update.
     *
     * @see <a href="https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Service">Engine API: UpdateStatus</a>
     */
    public enum Phase {
        UPDATING,
        PAUSED,
        COMPLETED,
        ROLLBACK_STARTED,
        ROLLBACK_PAUSED,
        ROLLBACK_COMPLETED;

        /**
         * Tells whether the swarm is still at it.
         *
         * @return true while the state will change by itself
         */
        public boolean isUnderWay() {
            return this == UPDATING || this == ROLLBACK_STARTED;
        }
    }
}
