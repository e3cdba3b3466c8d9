package org.recipeharness.report.model;

import java.util.List;

/**
 * What became of a service.
 *
 * @param name its name within the stack
 * @param state what it was at the end: image, replicas, update
 * @param tasks its tasks, the oldest first
 * @param log its last log lines, in the order of time
 */
public record ServiceStory(String name, String state, List<TaskStory> tasks, List<LogLine> log) {

    public ServiceStory {
        tasks = List.copyOf(tasks);
        log = List.copyOf(log);
    }
}
