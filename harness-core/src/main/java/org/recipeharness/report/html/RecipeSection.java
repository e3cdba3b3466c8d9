package org.recipeharness.report.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.recipeharness.report.model.DataCoverage;
import org.recipeharness.report.model.LastGood;
import org.recipeharness.report.model.Links;
import org.recipeharness.report.model.Note;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.RedCause;
import org.recipeharness.report.model.SweepResults;
import org.recipeharness.report.model.TierOutcome;
import org.recipeharness.report.model.TierResult;
import org.recipeharness.report.model.Took;

/** What is told of one recipe: its reds first, then its tiers, what it was, and the command that repeats it. */
final class RecipeSection {

    private static final int LINE = 300;
    private static final int TEXT = 4000;
    private static final int MOST_PLACES = 20;

    private final Wording wording;
    private final Links links;
    private final VerdictSection verdicts;

    RecipeSection(Wording wording, Links links) {
        this.wording = wording;
        this.links = links;
        this.verdicts = new VerdictSection(wording, links);
    }

    static String id(RecipeResult recipe) {
        return recipe.recipe() + "-" + recipe.simpleClass().replace('$', '-');
    }

    static DomContent badge(TierOutcome outcome) {
        return span(outcome.word()).withClasses("badge", outcome.style());
    }

    DomContent of(SweepResults results, RecipeResult recipe) {
        return section(
                        h2(
                                span(wording.of(recipe.recipe(), LINE)),
                                badge(recipe.outcome()),
                                iff(
                                        results.hasSeveral(recipe),
                                        span(wording.of(recipe.simpleClass(), LINE))
                                                .withClass("class"))),
                        each(reds(recipe, recipe.outcome()::equals), this::red),
                        each(
                                recipe.tests().missing(),
                                test -> note("red", test, "expected, and nothing was heard of it")),
                        iff(recipe.judged(), verdicts::of),
                        following(reds(recipe, outcome -> outcome != recipe.outcome())),
                        each(recipe.remarks(), remark -> note("open", remark, "")),
                        each(recipe.coverage().gaps(MOST_PLACES), this::gap),
                        new PastPanel(wording).of(results, recipe),
                        Timeline.of(recipe),
                        div(each(recipe.tiers(), this::tier)).withClass("tiers"),
                        dl(each(
                                facts(recipe),
                                fact -> div(dt(wording.of(fact.title(), LINE)), dd(wording.of(fact.text(), TEXT))))),
                        iff(
                                !recipe.tests().skipped().isEmpty(),
                                ul(each(
                                        recipe.tests().skipped(),
                                        test -> li(
                                                wording.of("Not run: " + test.title() + ": " + test.text(), TEXT))))),
                        pre(code(wording.of(recipe.command(), TEXT))))
                .withId(id(recipe));
    }

    /** What failed stands above the verdict, and below it what only has no evidence because of that. */
    private static List<RedCause> reds(RecipeResult recipe, Predicate<TierOutcome> which) {
        return recipe.reds().stream().filter(red -> which.test(red.outcome())).toList();
    }

    /** Many tests may follow from one failure; they are there, and out of the way. */
    private DomContent following(List<RedCause> reds) {
        return iff(
                !reds.isEmpty(),
                details(
                                summary(reds.size() + (reds.size() == 1 ? " test has" : " tests have")
                                        + " no evidence because of that"),
                                each(reds, this::red))
                        .withClass("following"));
    }

    private DomContent red(RedCause red) {
        return div(
                        p(
                                        span(red.outcome().word()).withClass("word"),
                                        iff(red.tier(), tier -> span(wording.of(tier, LINE))),
                                        span(wording.of(red.test(), LINE)).withClass("test"))
                                .withClass("what"),
                        p(wording.of(red.cause(), TEXT)).withClass("title"),
                        iff(
                                red.page(),
                                page -> p(a("evidence: logs, tasks, findings").withHref(links.to(page)))))
                .withClasses("note", red.outcome().style());
    }

    private DomContent note(String style, String title, String text) {
        return div(p(wording.of(title, TEXT)).withClass("title"), iff(!text.isEmpty(), p(text)))
                .withClasses("note", style);
    }

    private DomContent gap(DataCoverage.Gap gap) {
        return div(
                        p("Data that is " + gap.title()).withClass("title"),
                        ul(each(gap.lines(), line -> li(wording.of(line, TEXT)))))
                .withClasses("note", "open", "gap");
    }

    private DomContent tier(TierResult tier) {
        return div(
                        p(
                                        span(wording.of(tier.tier(), LINE)).withClass("tier"),
                                        span(tier.outcome().word()).withClass("word"),
                                        iff(!tier.took().isZero(), span(Took.of(tier.took()))))
                                .withClass("what"),
                        iff(
                                tier.reason().filter(reason -> !tier.outcome().isRed()),
                                reason -> p(wording.of(reason, TEXT))),
                        each(
                                tier.readiness(),
                                use -> p(wording.of(use.text(), LINE)).withClass("state")))
                .withClass(tier.outcome().style());
    }

    private static List<Note> facts(RecipeResult recipe) {
        var facts = new ArrayList<Note>();
        recipe.head().ifPresent(head -> {
            facts.add(new Note("version", head.ref()));
            facts.add(
                    new Note("commit", head.commit() + (head.dirty() ? ", with changes that are not committed" : "")));
        });
        recipe.imposed().ifPresent(load -> facts.add(new Note("load", load + ", put on it by the experiment")));
        facts.add(new Note("canonical", canonical(recipe.lastGood())));
        facts.addAll(PastPanel.facts(recipe));
        facts.add(new Note(
                "tests", recipe.tests().ended() + " of " + recipe.tests().expected() + " came to an end"));
        facts.add(new Note("took", Took.of(recipe.took())));
        recipe.measured().ifPresent(measured -> facts.add(new Note("the harness's machine", Machine.inFull(measured))));
        facts.add(new Note("class", recipe.testClass()));
        return facts;
    }

    private static String canonical(Optional<LastGood> lastGood) {
        return lastGood.map(good -> good.ref() + ", promoted " + Took.at(good.promoted()) + ", commit " + good.commit())
                .orElse("none was promoted");
    }
}
