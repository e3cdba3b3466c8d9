package org.recipeharness.report.html;

import static j2html.TagCreator.code;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recipeharness.report.model.BudgetProposal;
import org.recipeharness.report.model.Note;
import org.recipeharness.report.model.Past;
import org.recipeharness.report.model.PastOutcome;
import org.recipeharness.report.model.PastVersion;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.Suspects;
import org.recipeharness.report.model.SweepResults;
import org.recipeharness.report.model.TierOutcome;
import org.recipeharness.report.model.Took;

/** What earlier runs tell of a recipe: how it went, what has changed, and which commits are suspected. */
final class PastPanel {

    private static final int LINE = 300;
    private static final int DIGITS = 10;

    private final Wording wording;

    PastPanel(Wording wording) {
        this.wording = wording;
    }

    DomContent of(SweepResults results, RecipeResult recipe) {
        return recipe.past()
                .map(past -> div(
                                div(
                                                Sparkline.of(recipe.recipe(), course(results, recipe, past)),
                                                each(
                                                        past.changes(),
                                                        change -> span(wording.of(
                                                                        change.kind()
                                                                                        .word() + ": " + change.text(),
                                                                        LINE))
                                                                .withClasses(
                                                                        "change",
                                                                        change.kind()
                                                                                .style())))
                                        .withClass("course-of-runs"),
                                iff(
                                        past.suspects().filter(suspects -> suspects.count() > 0),
                                        suspects -> suspects(past, suspects)))
                        .withClass("past"))
                .orElseGet(() -> div());
    }

    /** The earlier runs and, once it has ended, this one. */
    private static List<PastOutcome> course(SweepResults results, RecipeResult recipe, Past past) {
        var course = new ArrayList<>(past.outcomes());
        if (recipe.outcome() != TierOutcome.NOT_RUN) {
            course.add(new PastOutcome(0, results.started(), recipe.outcome(), recipe.took()));
        }
        return course;
    }

    private DomContent suspects(Past past, Suspects suspects) {
        String first = past.firstBad()
                .map(bad -> "The first bad commit is " + shortId(bad.commit()))
                .orElse("The first bad commit is "
                        + (suspects.count() == 1 ? "this one" : "one of these " + suspects.count()));
        return details(
                summary(wording.of(first, LINE)),
                ul(each(
                        suspects.newest(),
                        suspect -> li(
                                code(shortId(suspect.commit())),
                                span(wording.of(" " + Took.at(suspect.when()) + " " + suspect.subject(), LINE))))),
                iff(
                        suspects.count() > suspects.newest().size(),
                        p("and " + (suspects.count() - suspects.newest().size()) + " older ones")));
    }

    /** What is told of it beside its version and its canonical. */
    static List<Note> facts(RecipeResult recipe) {
        var facts = new ArrayList<Note>();
        recipe.past().ifPresent(past -> {
            facts.add(new Note("its backup", restoreProved(recipe, past.restoreProved())));
            past.lastGreen().ifPresent(green -> facts.add(new Note("last green before", version(green))));
            past.proposals().forEach(proposal -> facts.add(new Note("budget", proposed(proposal))));
            past.recalled().ifPresent(recalled -> facts.add(new Note("not run again", recalled.told())));
        });
        return facts;
    }

    private static String restoreProved(RecipeResult recipe, Optional<PastVersion> before) {
        if (recipe.provesRestore()) {
            return "was proved restorable in this run";
        }
        boolean partly = !recipe.coverage().restored().isEmpty();
        return (partly ? "was restored in this run, but not all of the data was covered and saved; " : "")
                + before.map(version -> "was last proved restorable on " + version(version))
                        .orElse("was never proved restorable, as far as is known");
    }

    private static String version(PastVersion version) {
        return Took.at(version.when()) + ", " + version.head().ref() + ", commit "
                + version.head().commit();
    }

    private static String proposed(BudgetProposal proposal) {
        return "-Dharness.budget." + proposal.probe() + "=" + proposal.budget() + " would do in " + proposal.tier()
                + ", in place of " + proposal.allowed() + " attempts: the longest wait of the last "
                + proposal.observed()
                + " was " + Took.of(proposal.longest());
    }

    private static String shortId(String commit) {
        return commit.substring(0, Math.min(DIGITS, commit.length()));
    }
}
