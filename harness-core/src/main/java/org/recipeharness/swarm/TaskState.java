package org.recipeharness.swarm;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.recipeharness.stack.ContentDigest;

/**
 * A task as the swarm holds it now.
 *
 * @param id the task's id
 * @param service the id of its service
 * @param slot which replica it is, counted from 1; 0 for a global service's
 * @param spec what it was told to be; a service that was changed since says something else
 * @param phase how far it has come
 * @param wanted what the swarm wants it to be
 * @param created when the swarm made it
 * @param since when it came into this phase
 * @param container the id of its container, once there is one
 * @param exit its container's exit code, once it has ended
 * @param message what the swarm says about it: the error where there is one
 */
public record TaskState(
        String id,
        String service,
        int slot,
        ContentDigest spec,
        TaskPhase phase,
        TaskPhase wanted,
        Instant created,
        Instant since,
        Optional<String> container,
        OptionalInt exit,
        String message) {

    /**
     * Tells whether this task runs and is meant to.
     *
     * @return true for one that counts as a replica; with a health check, only once that has passed
     */
    public boolean isRunning() {
        return phase == TaskPhase.RUNNING && wanted == TaskPhase.RUNNING;
    }

    @Override
    public String toString() {
        return "task " + id.substring(0, Math.min(8, id.length())) + " " + phase.word()
                + (exit.isPresent() && exit.getAsInt() != 0 ? " with exit code " + exit.getAsInt() : "")
                + (message.isEmpty() ? "" : ": " + message);
    }
}
