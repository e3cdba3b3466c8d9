package org.recipeharness.report.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A line of a log as it is shown, or what happened between two lines. */
public record LogEntry(Optional<Instant> at, String text, String kind) {

    /** The log's lines, with the ends of the service's tasks and the failure at their times. */
    public static List<LogEntry> between(ServiceStory service, Instant failedAt) {
        var entries = new ArrayList<LogEntry>();
        // A line without a time stays behind the one before it.
        Instant latest = Instant.MIN;
        var placed = new ArrayList<Placed>();
        for (LogLine line : service.log()) {
            latest = line.at().orElse(latest);
            placed.add(new Placed(latest, new LogEntry(line.at(), line.text(), "line")));
        }
        if (!placed.isEmpty()) {
            for (TaskStory task : service.tasks()) {
                if (task.over()) {
                    placed.add(new Placed(task.since(), end(task)));
                }
            }
            placed.add(new Placed(
                    failedAt, new LogEntry(Optional.of(failedAt), "— the failure was noticed —", "failure")));
        }
        placed.stream()
                .sorted(Comparator.comparing(Placed::at))
                .map(Placed::entry)
                .forEach(entries::add);
        return entries;
    }

    private static LogEntry end(TaskStory task) {
        String exit = task.exit().isPresent() ? " with exit code " + task.exit().getAsInt() : "";
        return new LogEntry(
                Optional.of(task.since()),
                "— task " + task.id() + " " + task.state() + exit + " —",
                task.bad() ? "bad" : "end");
    }

    private record Placed(Instant at, LogEntry entry) {}
}
