package org.recipeharness.report.html;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.recipeharness.report.model.ServiceStory;
import org.recipeharness.report.model.TaskStory;

/** The time from the first task to the failure, along which the tasks are drawn. */
record TimeAxis(Instant start, Instant end) {

    private static final double PERCENT = 100;
    private static final double THINNEST = 0.5;

    static TimeAxis over(List<ServiceStory> services, Instant failedAt) {
        Instant start = services.stream()
                .flatMap(service -> service.tasks().stream())
                .map(TaskStory::created)
                .min(Instant::compareTo)
                .orElse(failedAt);
        return new TimeAxis(start, failedAt.isAfter(start) ? failedAt : start.plusSeconds(1));
    }

    /** Where a task's bar begins and how long it is, as CSS. */
    String place(TaskStory task) {
        double left = share(task.created());
        double right = task.over() ? share(task.since()) : PERCENT;
        double width = Math.max(THINNEST, right - left);
        return String.format(Locale.ROOT, "left:%.2f%%;width:%.2f%%", Math.min(left, PERCENT - width), width);
    }

    private double share(Instant at) {
        double share = (double) Duration.between(start, at).toMillis()
                / Math.max(1, Duration.between(start, end).toMillis());
        return PERCENT * Math.max(0, Math.min(1, share));
    }
}
