package org.recipeharness.report.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.document;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.style;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;
import static j2html.TagCreator.title;

import j2html.tags.DomContent;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.recipeharness.report.model.Failed;
import org.recipeharness.report.model.Note;
import org.recipeharness.report.model.RedTest;

/** Writes what is known of a red test as one HTML page that needs nothing beside it: no script, no picture, no network. */
public final class EvidencePage {

    private static final int LINE = 500;
    private static final int TEXT = 20_000;
    private static final int FILE = 200_000;

    private final Wording wording;
    private final ServiceSections services;

    /**
     * Prepares to write pages.
     *
     * @param masking what hides secrets; each text of a page goes through it
     */
    public EvidencePage(UnaryOperator<String> masking) {
        this.wording = new Wording(masking);
        this.services = new ServiceSections(wording);
    }

    /**
     * Writes a page.
     *
     * @param red what it is about
     * @return the whole document
     */
    public String of(RedTest red) {
        Failed failed = red.failed();
        return document(html(
                        head(
                                meta().withCharset("utf-8"),
                                meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                                meta().withName("color-scheme").withContent("light dark"),
                                title(wording.of("Red: " + failed.test(), LINE)),
                                style(rawHtml(PageStyle.css()))),
                        body(heading(failed), contents(red), main(sections(red).toArray(DomContent[]::new))))
                .attr("lang", "en"));
    }

    private DomContent heading(Failed failed) {
        String[] said = failed.message().split("\n", 2);
        return header(
                p(
                                span("red").withClass("badge"),
                                iff(
                                        failed.tier(),
                                        tier -> span(wording.of(tier, LINE)).withClass("tier")),
                                span(wording.of(failed.test(), LINE)).withClass("test"))
                        .withClass("what"),
                h1(wording.of(said[0], TEXT)),
                iff(
                        said.length > 1,
                        pre(wording.of(said[said.length - 1], TEXT)).withClass("said")));
    }

    private static DomContent contents(RedTest red) {
        return nav(each(
                Stream.of("facts", "findings", "adapted", "readiness", "tasks", "logs", "repeat", "files")
                        .filter(id -> isThere(id, red))
                        .toList(),
                id -> a(id).withHref("#" + id)));
    }

    private static boolean isThere(String id, RedTest red) {
        return switch (id) {
            case "findings" -> !red.findings().isEmpty();
            case "adapted" -> !red.adapted().isEmpty();
            case "readiness" -> !red.readiness().isEmpty();
            case "tasks", "logs" -> !red.services().isEmpty();
            default -> true;
        };
    }

    private List<DomContent> sections(RedTest red) {
        return Stream.of(
                        part("facts", "What was tested", red, facts(red.facts())),
                        part("findings", "Findings, which may be the reason", red, notes(red.findings())),
                        part("adapted", "Different from the recipe", red, notes(red.adapted())),
                        part("readiness", "Readiness", red, notes(red.readiness())),
                        part(
                                "tasks",
                                "Tasks",
                                red,
                                services.timelines(red.services(), red.failed().at())),
                        part(
                                "logs",
                                "Logs around the failure",
                                red,
                                services.logs(red.services(), red.failed().at())),
                        part("repeat", "Repeat it", red, pre(code(wording.of(red.command(), TEXT)))),
                        part("files", "Everything else", red, files(red)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<DomContent> part(String id, String name, RedTest red, DomContent content) {
        return isThere(id, red) ? List.of(section(h2(name), content).withId(id)) : List.of();
    }

    private DomContent facts(List<Note> facts) {
        return dl(each(facts, fact -> div(dt(wording.of(fact.title(), LINE)), dd(wording.of(fact.text(), TEXT)))));
    }

    private DomContent notes(List<Note> notes) {
        return div(each(
                notes,
                note -> div(
                                p(wording.of(note.title(), TEXT)).withClass("title"),
                                iff(
                                        !note.text().isBlank(),
                                        p(wording.of(note.text(), TEXT)).withClass("text")))
                        .withClass("note")));
    }

    private DomContent files(RedTest red) {
        return div(
                details(summary("stack trace"), pre(wording.of(red.failed().trace(), FILE))),
                each(
                        red.files(),
                        file -> details(
                                summary(text(wording.plain(file.title(), LINE))), pre(wording.of(file.text(), FILE)))));
    }
}
