package org.recipeharness.report.html;

import static j2html.TagCreator.code;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.i;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.recipeharness.report.model.LogEntry;
import org.recipeharness.report.model.ServiceStory;
import org.recipeharness.report.model.TaskStory;

/** What became of the services: their tasks on one axis of time, and their logs with the tasks' ends between the lines. */
final class ServiceSections {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LINE = 500;
    private static final int AROUND = 40;

    private final Wording wording;

    ServiceSections(Wording wording) {
        this.wording = wording;
    }

    DomContent timelines(List<ServiceStory> services, Instant failedAt) {
        TimeAxis axis = TimeAxis.over(services, failedAt);
        return div(each(
                services,
                service -> div(
                        h3(wording.of(service.name(), LINE)),
                        p(wording.of(service.state(), LINE)).withClass("state"),
                        iff(
                                !service.tasks().isEmpty(),
                                div(table(
                                                thead(tr(
                                                        th("task"),
                                                        th("slot"),
                                                        th("state"),
                                                        th("made"),
                                                        th("since"),
                                                        th("exit"),
                                                        th(""))),
                                                tbody(each(service.tasks(), task -> row(task, axis)))))
                                        .withClass("wide")))));
    }

    private DomContent row(TaskStory task, TimeAxis axis) {
        return tr(
                        td(code(wording.of(task.id(), LINE))),
                        td(String.valueOf(task.slot())),
                        td(wording.of(task.state(), LINE)),
                        td(TIME.format(task.created())),
                        td(TIME.format(task.since())),
                        td(task.exit().isPresent() ? String.valueOf(task.exit().getAsInt()) : ""),
                        td(
                                        div(i().attr("style", axis.place(task))).withClass("bar"),
                                        iff(!task.message().isEmpty(), span(wording.of(task.message(), LINE))))
                                .withClass("course"))
                .withClass(task.bad() ? "bad" : task.over() ? "over" : "running");
    }

    DomContent logs(List<ServiceStory> services, Instant failedAt) {
        return div(each(services, service -> log(service, failedAt)));
    }

    private DomContent log(ServiceStory service, Instant failedAt) {
        List<LogEntry> entries = LogEntry.between(service, failedAt);
        int from = Math.max(0, entries.size() - AROUND);
        return div(
                h3(wording.of(service.name(), LINE)),
                iff(
                        from > 0,
                        details(
                                summary("the " + from + " lines before"),
                                pre(each(entries.subList(0, from), this::line)).withClass("log"))),
                pre(each(entries.subList(from, entries.size()), this::line)).withClass("log"),
                iff(service.log().isEmpty(), p("It wrote nothing to its log.").withClass("state")));
    }

    private DomContent line(LogEntry entry) {
        return span(
                        span(entry.at().map(TIME::format).orElse("")).withClass("at"),
                        wording.of(" " + entry.text(), LINE),
                        text("\n"))
                .withClass(entry.kind());
    }
}
