package org.recipeharness.report.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.recipeharness.report.model.Links;
import org.recipeharness.report.model.Percent;
import org.recipeharness.report.model.Took;
import org.recipeharness.verdict.Attempt;
import org.recipeharness.verdict.Judged;
import org.recipeharness.verdict.NightIncident;
import org.recipeharness.verdict.Red;
import org.recipeharness.verdict.Verdict;

/** Whose a red is, why that is said, and the attempts that it rests on. */
final class VerdictSection {

    private static final int LINE = 300;
    private static final int TEXT = 4000;

    private final Wording wording;
    private final Links links;

    VerdictSection(Wording wording, Links links) {
        this.wording = wording;
        this.links = links;
    }

    DomContent of(Judged judged) {
        Verdict verdict = judged.verdict();
        return div(
                        p(
                                        span(verdict.kind().word()).withClass("word"),
                                        iff(
                                                verdict.wrong().isPresent(),
                                                span("probability of being wrong: " + Percent.of(verdict.wrong()))))
                                .withClass("what"),
                        p(wording.of(verdict.because(), TEXT)).withClass("title"),
                        iff(
                                !verdict.evidence().isEmpty(),
                                ul(each(verdict.evidence(), line -> li(wording.of(line, TEXT))))),
                        attempts(judged.attempts()))
                .withClass("note verdict");
    }

    /** What several recipes of the run have in common. */
    DomContent incidents(List<NightIncident> incidents) {
        return each(
                incidents,
                incident -> div(
                                p(
                                                span("one cause").withClass("word"),
                                                span(wording.of(
                                                        incident.recipes().size() + " recipes: "
                                                                + String.join(", ", incident.recipes()),
                                                        TEXT)),
                                                iff(
                                                        incident.kind(),
                                                        kind -> span(kind.word())
                                                                .withClass("test")))
                                        .withClass("what"),
                                p(wording.of(incident.cause().text(), TEXT)).withClass("title"))
                        .withClass("note red incident"));
    }

    private DomContent attempts(List<Attempt> attempts) {
        return div(table(
                                thead(tr(th("attempt"), th("outcome"), th("took"), th("machine"), th("cause"))),
                                tbody(each(attempts, this::attempt)))
                        .withClass("attempts"))
                .withClass("wide");
    }

    private DomContent attempt(Attempt attempt) {
        String name = attempt.number() == 0 ? "in the sweep" : "alone, " + attempt.number();
        return tr(
                td(
                        attempt.results()
                                .<DomContent>map(results -> a(name).withHref(links.to(told(results))))
                                .orElseGet(() -> span(name)),
                        iff(attempt.imposed(), load -> span(wording.of(" under " + load, LINE)))),
                attempt.isGreen()
                        ? td("green").withClass("green")
                        : td(attempt.reds().size() + " red").withClass("red"),
                td(Took.of(attempt.took())),
                td(attempt.measured().map(Machine::inShort).orElse("not measured")),
                td(wording.of(
                        attempt.reds().stream()
                                .filter(red -> !red.follows())
                                .findFirst()
                                .or(() -> attempt.reds().stream().findFirst())
                                .map(Red::cause)
                                .orElse(""),
                        LINE)));
    }

    /** A run that was ended early has told nothing of itself; its output lies in its folder. */
    private static Path told(Path results) {
        Path page = results.resolve(ResultsPage.FILE);
        return Files.exists(page) ? page : results;
    }
}
