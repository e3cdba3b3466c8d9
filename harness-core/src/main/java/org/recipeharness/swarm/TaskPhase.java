package org.recipeharness.swarm;

import java.util.Locale;

/**
 * How far a task has come.
 *
 * @see <a href="https://docs.docker.com/engine/swarm/how-swarm-mode-works/swarm-task-states/">Docker: swarm task states</a>
 */
public enum TaskPhase {
    NEW,
    ALLOCATED,
    PENDING,
    ASSIGNED,
    ACCEPTED,
    PREPARING,
    READY,
    STARTING,
    RUNNING,
    COMPLETE,
    SHUTDOWN,
    FAILED,
    REJECTED,
    REMOVE,
    ORPHANED;

    /**
     * Tells whether a task ended in this phase although nobody asked it to.
     *
     * @return true for a task that failed or could not be started
     */
    public boolean isFailure() {
        return this == FAILED || this == REJECTED || this == ORPHANED;
    }

    /**
     * Tells whether a task in this phase will not come into another one.
     *
     * @return true for a task that has ended, however it did
     */
    public boolean isOver() {
        return compareTo(RUNNING) > 0;
    }

    /**
     * Gives docker's own word.
     *
     * @return in lower case
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
