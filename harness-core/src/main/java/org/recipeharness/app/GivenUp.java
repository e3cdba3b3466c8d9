package org.recipeharness.app;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.recipeharness.swarm.TaskState;

/**
 * Notices a service whose latest task has ended and that the swarm does not start again, as its restart policy says: it can be
 * waited for as long as one likes.
 */
final class GivenUp {

    // The swarm makes the next task a moment after the last one has ended; on a loaded node the moment is longer.
    private static final Duration UNTIL_REPLACED = Duration.ofSeconds(5);

    private final Map<String, Instant> endedSince = new HashMap<>();

    boolean on(ServiceTasks tasks, Instant now) {
        if (tasks.areAllOver()) {
            TaskState latest = tasks.current().get(tasks.current().size() - 1);
            Instant since = endedSince.computeIfAbsent(latest.id(), id -> now);
            return Duration.between(since, now).compareTo(UNTIL_REPLACED) >= 0;
        }
        return false;
    }
}
