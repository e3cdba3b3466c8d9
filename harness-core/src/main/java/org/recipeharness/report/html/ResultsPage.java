package org.recipeharness.report.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.div;
import static j2html.TagCreator.document;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.span;
import static j2html.TagCreator.style;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.title;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recipeharness.report.model.Links;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.SweepResults;
import org.recipeharness.report.model.TierOutcome;
import org.recipeharness.report.model.Took;
import org.recipeharness.verdict.Judged;

/** Writes the results of a run as one HTML page that needs nothing beside it: recipes by tiers at a glance, each in detail below. */
public final class ResultsPage {

    /** The name of the page in the results' folder. */
    public static final String FILE = "index.html";

    private static final int LINE = 300;

    // What is told here was masked where its secrets were known.
    private final Wording wording = new Wording(UnaryOperator.identity());
    private final RecipeSection section;
    private final VerdictSection verdicts;

    public ResultsPage(Links links) {
        this.section = new RecipeSection(wording, links);
        this.verdicts = new VerdictSection(wording, links);
    }

    public String of(SweepResults results) {
        List<RecipeResult> worstFirst = results.recipes().stream()
                .sorted(Comparator.comparing(RecipeResult::outcome).thenComparing(RecipeResult::recipe))
                .toList();
        return document(html(
                        head(
                                meta().withCharset("utf-8"),
                                meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                                meta().withName("color-scheme").withContent("light dark"),
                                title(wording.of(headline(results), LINE)),
                                style(rawHtml(PageStyle.css() + PageStyle.ofResults()))),
                        body(
                                heading(results),
                                main(
                                        new ChangesPanel(wording).of(results),
                                        verdicts.incidents(results.incidents()),
                                        glance(results, worstFirst),
                                        each(worstFirst, result -> section.of(results, result)))))
                .attr("lang", "en"));
    }

    private DomContent heading(SweepResults results) {
        return header(
                        p(
                                        RecipeSection.badge(results.outcome()),
                                        iff(
                                                !results.state().equals("complete"),
                                                span(results.state()).withClass("tier")),
                                        span(Took.of(results.took())),
                                        span("started " + Took.at(results.started())))
                                .withClass("what"),
                        h1(wording.of(headline(results), LINE)),
                        iff(
                                !results.chosen().isEmpty(),
                                p(wording.of("Held to " + chosen(results), LINE))
                                        .withClass("state")),
                        each(results.remarks(), remark -> p(wording.of(remark, LINE))))
                .withClass(results.outcome().style());
    }

    private static String headline(SweepResults results) {
        Map<TierOutcome, Long> counted =
                results.recipes().stream().collect(Collectors.groupingBy(RecipeResult::outcome, Collectors.counting()));
        int classes = results.recipes().size();
        return (classes == 1 ? "1 recipe: " : classes + " recipes: ")
                + Stream.of(TierOutcome.values())
                        .filter(counted::containsKey)
                        .map(outcome -> classes == 1 ? outcome.word() : counted.get(outcome) + " " + outcome.word())
                        .collect(Collectors.joining(", "));
    }

    private static String chosen(SweepResults results) {
        return results.chosen().entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private DomContent glance(SweepResults results, List<RecipeResult> recipes) {
        List<String> tiers = results.tiers();
        boolean judged = recipes.stream().anyMatch(recipe -> recipe.judged().isPresent());
        return div(table(
                                thead(tr(
                                        th("recipe"),
                                        th("outcome"),
                                        iff(judged, th("verdict")),
                                        each(tiers, tier -> th(wording.of(tier, LINE))),
                                        th("took"))),
                                tbody(each(recipes, recipe -> row(results, recipe, tiers, judged))))
                        .withClass("glance"))
                .withClass("wide");
    }

    private DomContent row(SweepResults results, RecipeResult recipe, List<String> tiers, boolean judged) {
        return tr(
                th(a(wording.of(recipe.recipe(), LINE)).withHref("#" + RecipeSection.id(recipe)))
                        .with(iff(results.hasSeveral(recipe), span(wording.of(recipe.simpleClass(), LINE))))
                        .attr("scope", "row"),
                td(RecipeSection.badge(recipe.outcome())).withData("is", "outcome"),
                iff(judged, verdict(recipe)),
                each(tiers, tier -> cell(recipe, tier)),
                td(Took.of(recipe.took())).withData("is", "took"));
    }

    private DomContent verdict(RecipeResult recipe) {
        return recipe.judged()
                .map(Judged::verdict)
                .map(verdict ->
                        td(verdict.kind().word()).withClass("kind").withTitle(wording.plain(verdict.because(), LINE)))
                .orElseGet(() -> td("–").withClass("none"))
                .withData("is", "verdict");
    }

    private static DomContent cell(RecipeResult recipe, String tier) {
        return recipe.tier(tier)
                .<DomContent>map(result -> td(result.outcome().word())
                        .withClass(result.outcome().style())
                        .withData("is", tier))
                .orElseGet(() -> td("–").withClass("none").withData("is", tier));
    }
}
